package fr.viaduc.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.database.ViewerContext;
import fr.viaduc.people.signin.Colleagues;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

@ViaducTest
@Import(Colleagues.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryTest {

    @Autowired
    Colleagues colleagues;

    @Autowired
    DirectoryRepository directory;

    @Autowired
    Visitor visitor;

    @Autowired
    Visitor official;

    private Territoire here;
    private long nadege;
    private long karim;
    private long didier;
    private long gone;
    private long erased;
    private long mayor;

    @BeforeAll
    void settle() {
        here = new Territoire(colleagues);
        nadege = here.agent("000301", "Nadège", "Dupont", here.roads, here.depot);
        karim = here.agent("000302", "Karim", "Belkacem", here.roads, here.townHall);
        didier = here.agent("000303", "Didier", "Mongin", here.finances, here.townHall);
        gone = here.agent("000304", "Yves", "Parti", here.roads, here.depot);
        erased = here.agent("000305", "Odile", "Effacée", here.roads, here.depot);
        mayor = here.elected("E0301", "Claire", "Aubry");
        here.run("update people.person set left_on = current_date - 1 where id = " + gone);
        here.run("update people.person set left_on = current_date - 40, erased_at = now() where id = " + erased);
        here.run("update people.person set phone = '03 25 03 00 41', job_title = 'Cheffe d’équipe voirie' where id = "
                + nadege);
        here.run("insert into people.person_mission values (%d, %d), (%d, %d)"
                .formatted(nadege, here.snow, didier, here.snow));
        long crane = here.id(
                "insert into people.asset (kind, name, reference, site_id) values ('vehicle', 'Nacelle 12 m', 'GH-412-KL', "
                        + here.depot + ") returning id");
        here.run("insert into people.asset_holder values (%d, %d)".formatted(crane, nadege));
        here.run(
                "insert into people.absence (person_id, starts_on, ends_on, substitute_id, message) values (%d, current_date, current_date + 3, %d, 'Voir l’équipe')"
                        .formatted(nadege, karim));
        here.run(
                "insert into people.personal_field (person_id, kind, value, visibility) values (%1$d, 'personal_phone', '06 11 22 33 44', 'self'), (%1$d, 'personal_email', 'nadege@maison.example', 'agents')"
                        .formatted(nadege));
        visitor.signIn("000302", Colleagues.PASSWORD);
        official.signIn("E0301", Colleagues.PASSWORD);
    }

    private List<Long> found(String words) {
        return ViewerContext.as(
                karim,
                () -> directory.search(Territoire.viewer(karim, true), DirectoryQuery.words(words), 20).stream()
                        .map(DirectoryQuery.Cursor::id)
                        .toList());
    }

    @Test
    void anAccentlessTypoStillFindsHer() {
        assertThat(found("dupon voirie nogant")).containsExactly(nadege);
        assertThat(found("NADEGE")).containsExactly(nadege);
        assertThat(found("dipont")).containsExactly(nadege);
    }

    @Test
    void sheIsFoundByWhatSheDoesWhereAndWithWhat() {
        assertThat(found("services techniques")).contains(nadege, karim);
        assertThat(found("deneigement")).containsExactlyInAnyOrder(nadege, didier);
        assertThat(found("nacelle")).containsExactly(nadege);
        assertThat(found("gh-412")).containsExactly(nadege);
        assertThat(found("03.25.03.00.41")).containsExactly(nadege);
        assertThat(found("0041")).containsExactly(nadege);
        assertThat(found("dépôt nogent")).containsExactly(nadege);
    }

    @Test
    void everybodysCountsAreKeptAndFollowAtOnce() {
        long before = everybody();
        assertThat(before).isPositive();
        assertThat(everybody()).isEqualTo(before);
        assertThat(directory.facets(Territoire.viewer(karim, true), DirectoryQuery.words("")))
                .as("without a viewer, what was kept is not shown either")
                .isEmpty();
        long newcomer = here.agent("000398", "Solène", "Nouvelle", here.roads, here.depot);
        assertThat(everybody()).isEqualTo(before + 1);
        here.run("update people.person set left_on = current_date - 1 where id = " + newcomer);
        assertThat(everybody()).isEqualTo(before);
    }

    private long everybody() {
        return ViewerContext.as(
                karim,
                () -> directory.facets(Territoire.viewer(karim, true), DirectoryQuery.words("")).stream()
                        .filter(facet -> facet.facet().equals("total"))
                        .mapToLong(DirectoryRepository.Facet::number)
                        .findFirst()
                        .orElse(0));
    }

    @Test
    void nobodyIsFoundWithoutViewer() {
        assertThat(directory.search(Territoire.viewer(karim, true), DirectoryQuery.words("dupont"), 20))
                .isEmpty();
        assertThat(directory.facets(Territoire.viewer(karim, true), DirectoryQuery.words("dupont")))
                .isEmpty();
    }

    @Test
    void whoLeftOrWasErasedIsNotListed() {
        assertThat(found("parti")).doesNotContain(gone);
        assertThat(found("effacee")).doesNotContain(erased);
        assertThat(found("")).contains(nadege, karim, didier, mayor).doesNotContain(gone, erased);
    }

    @Test
    void movingToAnotherServiceIsKnownAtOnce() {
        long lucie = here.agent("000309", "Lucie", "Mutée", here.roads, here.depot);
        assertThat(found("lucie voirie")).containsExactly(lucie);
        here.run("update people.assignment set unit_id = %d where person_id = %d".formatted(here.finances, lucie));
        assertThat(found("lucie voirie")).isEmpty();
        assertThat(found("lucie finances")).containsExactly(lucie);
        here.run("delete from people.person where id = " + lucie);
    }

    @Test
    void thePageListsCountsAndKeepsItsFilters() {
        var page = visitor.get("/annuaire?q=voirie");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.texts(".person__name"))
                .contains("Nadège Dupont", "Karim Belkacem")
                .doesNotContain("Didier Mongin");
        var filtered = visitor.get("/annuaire?service=" + here.finances);
        assertThat(filtered.texts(".person__name")).containsExactly("Didier Mongin");
        assertThat(filtered.page()
                        .select("input[name=service][value=" + here.finances + "]")
                        .hasAttr("checked"))
                .isTrue();
        assertThat(visitor.get("/annuaire?vue=liste").texts("td[data-label=Téléphone]"))
                .contains("03 25 03 00 41");
        assertThat(visitor.get("/annuaire?vue=portraits").page().select(".face"))
                .isNotEmpty();
        assertThat(visitor.get("/annuaire?type=elus").texts(".person__name")).containsExactly("Claire Aubry");
    }

    @Test
    void oneNarrowsToThoseWhoHaveAVehicle() {
        var page = visitor.get("/annuaire?moyen=vehicle");
        assertThat(page.texts(".person__name")).containsExactly("Nadège Dupont");
        assertThat(page.texts(".directory__chosen .chip")).first().asString().contains("Véhicule");
        assertThat(page.page().select("input[name=moyen]").eachAttr("value")).containsExactly("vehicle");
        assertThat(visitor.get("/annuaire?moyen=vehicle&service=" + here.finances)
                        .texts(".person__name"))
                .isEmpty();
        assertThat(visitor.get("/annuaire?moyen=tool").texts(".person__name")).isEmpty();
        assertThat(visitor.get("/annuaire").page().select("input[name=moyen]"))
                .as("unfiltered, it is offered with its count")
                .hasSize(1);

        here.run("update people.asset set kind = 'room' where reference = 'GH-412-KL'");
        assertThat(visitor.get("/annuaire?moyen=room").texts(".person__name")).containsExactly("Nadège Dupont");
        here.run("update people.asset set kind = 'vehicle' where reference = 'GH-412-KL'");
    }

    @Test
    void theWordsLookedForAreMarkedInEveryView() {
        for (String view : List.of("fiches", "liste", "portraits")) {
            assertThat(visitor.get("/annuaire?q=dupon&vue=" + view).texts("mark"))
                    .as(view)
                    .containsExactly("Dupont");
        }
        assertThat(visitor.get("/annuaire?q=voirie&vue=liste").texts("td mark")).contains("Voirie");
    }

    @Test
    void zeroResultsProposeFewerWords() {
        var page = visitor.get("/annuaire?q=dupont+zzzzqqq");
        assertThat(page.texts(".empty .chip")).contains("dupont");
    }

    @Test
    void sheHasAPageWithWhatSheDoes() {
        var page = visitor.get("/annuaire/personnes/" + nadege);
        assertThat(page.texts("h1")).containsExactly("Nadège Dupont");
        assertThat(page.texts(".means b")).containsExactly("Nacelle 12 m");
        assertThat(page.texts("main"))
                .first()
                .asString()
                .contains("Déneigement", "Dépôt de Nogent", "Karim Belkacem", "En absence");
        assertThat(page.texts(".team .person__name")).contains("Didier Mongin");
    }

    @Test
    void anEluDoesNotSeeAbsences() {
        assertThat(official.get("/annuaire/personnes/" + nadege).texts("main"))
                .first()
                .asString()
                .contains("Nadège Dupont", "Nacelle 12 m")
                .doesNotContain("En absence", "Voir l’équipe");
        for (String list : List.of("/annuaire?q=nadege", "/annuaire?service=" + here.roads)) {
            assertThat(visitor.get(list).body()).as("to her colleagues").contains("En absence");
            assertThat(official.get(list).body())
                    .as("just after them")
                    .contains("Nadège")
                    .doesNotContain("En absence");
        }
    }

    @Test
    void aHiddenPhoneIsNeitherOnThePageNorInTheVcard() {
        assertThat(visitor.get("/annuaire/personnes/" + nadege).body()).doesNotContain("11\u00a022\u00a033", "06 11");
        String card = visitor.get("/annuaire/personnes/" + nadege + ".vcf").body();
        assertThat(card).contains("+33325030041", "nadege@maison.example").doesNotContain("611223344");
        String electedCard =
                official.get("/annuaire/personnes/" + nadege + ".vcf?version=4").body();
        assertThat(electedCard).contains("VERSION:4.0", "+33325030041").doesNotContain("nadege@maison.example");
    }

    @Test
    void whoLeftHasNoPageAndOfWhoWasErasedOnlyAncienAgentRemains() {
        assertThat(visitor.get("/annuaire/personnes/" + gone).status()).isEqualTo(404);
        var former = visitor.get("/annuaire/personnes/" + erased);
        assertThat(former.texts("h1")).containsExactly("Ancien agent");
        assertThat(former.body()).doesNotContain("Odile");
        assertThat(visitor.get("/annuaire/personnes/99999999").status()).isEqualTo(404);
    }

    @Test
    void servicesSitesCommunesMissionsAndMeansHaveTheirPages() {
        assertThat(visitor.get("/services/voirie").texts("main"))
                .first()
                .asString()
                .contains("Voirie et espaces verts", "Nadège Dupont");
        assertThat(visitor.get("/sites/depot-nogent").texts("main"))
                .first()
                .asString()
                .contains("Zone du Moulin", "Nacelle 12 m");
        assertThat(visitor.get("/communes").texts("tbody tr")).hasSize(63);
        assertThat(visitor.get("/communes?vue=tuiles").texts(".commune")).hasSize(63);
        assertThat(visitor.get("/communes/52353").texts("main"))
                .first()
                .asString()
                .contains("Nogent", "Dépôt de Nogent");
        assertThat(visitor.get("/communes/52412").uri().getPath()).isEqualTo("/communes/52050");
        assertThat(visitor.get("/missions/deneigement").texts(".person__name"))
                .containsExactlyInAnyOrder("Nadège Dupont", "Didier Mongin");
        assertThat(visitor.get("/moyens?q=nacele").texts(".means b")).containsExactly("Nacelle 12 m");
        assertThat(visitor.get("/annuaire/organigramme").texts(".org b"))
                .contains("Services techniques", "Voirie et espaces verts");
        assertThat(visitor.get("/services/inconnu").status()).isEqualTo(404);
    }

    @Test
    void completionProposesHer() {
        assertThat(visitor.get("/annuaire/completion?q=nadeg").body())
                .contains("Nadège Dupont", "\"value\":\"" + nadege + "\"");
    }

    @Test
    void karimEditsHisOwnProfileAndKeepsWhatHeTypedWhenRefused() {
        visitor.get("/profil/modifier");
        var refused = visitor.submitOnce(
                "form[action=/profil/modifier]", Map.of("mobile", "allô", "about", "Le sel et la neige"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#mobile").val()).isEqualTo("allô");
        assertThat(refused.page().select("#about").text()).isEqualTo("Le sel et la neige");
        visitor.get("/profil/modifier");
        var saved = visitor.submit(
                "form[action=/profil/modifier]",
                Map.of(
                        "about",
                        "Le sel et la **neige**",
                        "skills",
                        "Langue des signes",
                        "personal_phone",
                        "0655443322",
                        "personal_phone_visibility",
                        "agents"));
        assertThat(saved.uri().getPath()).isEqualTo("/annuaire/personnes/" + karim);
        assertThat(saved.page().select(".prose strong").text()).isEqualTo("neige");
        assertThat(found("langue des signes")).containsExactly(karim);
        assertThat(official.get("/annuaire/personnes/" + karim).body()).doesNotContain("55\u00a044");
    }

    @Test
    void theSixtyThreeCommunesAreThoseOfTheSource() throws IOException {
        var source = new JsonMapper()
                .readTree(new ClassPathResource("territory/communes-chaumont.json")
                        .getContentAsString(StandardCharsets.UTF_8));
        List<String> expected = new ArrayList<>();
        for (var commune : source.get("communes")) {
            expected.add(commune.get("insee").asString() + " "
                    + commune.get("populationMunicipale2023").asInt());
            for (var delegated : commune.get("communesDelegueesOuAssociees")) {
                expected.add(delegated.get("insee").asString() + " in "
                        + commune.get("insee").asString());
            }
        }
        List<String> stored = here.database
                .sql(
                        "select insee || ' ' || population from people.commune union all select insee || ' in ' || parent_insee from people.delegated_commune")
                .query(String.class)
                .list();
        assertThat(stored).containsExactlyInAnyOrderElementsOf(expected);
    }
}
