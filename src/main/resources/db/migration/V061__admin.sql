-- The network's settings: administrators change them, and it is known who changed what last.

alter table people.setting
    add changed_by bigint references people.person on delete set null,
    add changed_at timestamptz;

call database.let_change('people.setting', 'administered', '(select people.viewer_has_role(''ADMINISTRATOR''))');
grant insert, update on people.setting to viaduc_web;
