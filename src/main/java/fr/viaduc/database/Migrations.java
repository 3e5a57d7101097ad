package fr.viaduc.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.postgresql.PGConnection;

/** Makes the three roles and the schema on a server, as the schema's owner, and brings them up to date. */
public final class Migrations {

    static final String WEB = "viaduc_web";
    static final String SYSTEM = "viaduc_system";
    private static final String RULE = "viaduc_rule";
    private static final int OLDEST_VERSION = 15;

    private final String url;
    private final String owner;
    private final String ownerPassword;
    private final DataFolder secrets;

    /**
     * Of that database, as its owner.
     *
     * @param secrets gives the passwords of the login roles, derived from the master key
     */
    public Migrations(String url, String owner, String ownerPassword, DataFolder secrets) {
        this.url = url;
        this.owner = owner;
        this.ownerPassword = ownerPassword;
        this.secrets = secrets;
    }

    /**
     * Checks the server, then makes what is missing.
     *
     * @throws StartupFailure when the server cannot be used, saying why
     */
    public void run() {
        try (var connection = DriverManager.getConnection(url, owner, ownerPassword)) {
            refuseOldServer(connection);
            makeRoles(connection);
            for (String login : new String[] {WEB, SYSTEM}) {
                renewPassword(connection, login);
            }
        } catch (SQLException e) {
            throw new StartupFailure(
                    "La base de données %s ne peut pas être utilisée : %s".formatted(url, e.getMessage()), e);
        }
        migrate();
    }

    private void refuseOldServer(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST_VERSION) {
            throw new StartupFailure("Le serveur %s est un PostgreSQL %d ; Viaduc demande PostgreSQL %d ou plus récent."
                    .formatted(url, major, OLDEST_VERSION));
        }
    }

    private void makeRoles(Connection connection) throws SQLException {
        Set<String> missing = missingRoles(connection);
        if (missing.isEmpty()) {
            return;
        }
        try (var statement = connection.createStatement()) {
            for (String role : missing) {
                statement.execute("create role " + role + (role.equals(RULE) ? " nologin" : " login"));
            }
            statement.execute("grant " + RULE + " to current_user");
        } catch (SQLException e) {
            throw new StartupFailure("""
                    Le compte « %s » ne peut pas créer les rôles de Viaduc (%s). Un administrateur du serveur peut exécuter :
                      alter role "%s" createrole;
                    """.formatted(owner, e.getMessage(), owner), e);
        }
    }

    private static Set<String> missingRoles(Connection connection) throws SQLException {
        var missing = new TreeSet<>(Set.of(RULE, WEB, SYSTEM));
        try (var statement = connection.createStatement();
                var roles = statement.executeQuery("select rolname from pg_roles where rolname like 'viaduc%'")) {
            while (roles.next()) {
                missing.remove(roles.getString(1));
            }
        }
        return missing;
    }

    /** The password changes with the master key; the driver hashes it, so that no server log shows it. */
    private void renewPassword(Connection connection, String login) throws SQLException {
        String password = secrets.password("database " + login);
        if (!opens(login, password)) {
            connection.unwrap(PGConnection.class).alterUserPassword(login, password.toCharArray(), "scram-sha-256");
        }
    }

    private boolean opens(String login, String password) {
        try (var connection = DriverManager.getConnection(url, login, password)) {
            return connection.isValid(2);
        } catch (SQLException refused) {
            return false;
        }
    }

    private void migrate() {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(url, owner, ownerPassword)
                    .locations("classpath:db/migration")
                    .schemas("database")
                    .createSchemas(true)
                    .table("migration")
                    .initSql("set search_path = public")
                    .validateMigrationNaming(true)
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } catch (FlywayValidateException e) {
            throw new StartupFailure("""
                    Ces données viennent d’une autre version de Viaduc, que celle-ci ne sait pas reprendre.
                    Relancez la version qui les a faites ; pour une démonstration, choisissez un autre dossier : bin/start --demo --data data-neuf
                    """.strip(), e);
        } catch (FlywayException e) {
            throw new StartupFailure("La base de données n’a pas pu être mise à jour : " + e.getMessage(), e);
        }
    }
}
