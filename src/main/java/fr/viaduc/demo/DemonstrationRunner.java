package fr.viaduc.demo;

import fr.viaduc.database.Settings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** With {@code --demo}, fills the network before the application says that it is ready, and tells the console how to sign in. */
@Component
class DemonstrationRunner implements ApplicationRunner {

    private final Demonstration demonstration;
    private final Settings settings;

    DemonstrationRunner(Demonstration demonstration, Settings settings) {
        this.demonstration = demonstration;
        this.settings = settings;
    }

    @Override
    @SuppressWarnings("SystemOut") // the sign-ins are for the person at the console, not for the log
    public void run(ApplicationArguments arguments) {
        if (!settings.demo()) {
            return;
        }
        demonstration.fill();
        System.out.println(signIns());
    }

    /** Who may sign in, in French, for the console. */
    static String signIns() {
        return """

                Réseau de démonstration : tous les noms sont fictifs. Mot de passe pour tous : %s
                  000107  Jean-Marc Thévenot, agent de voirie à Nogent, sans adresse de courriel
                  000114  Élodie Guyard, communication et modération
                  000121  Christelle Bonnard, ressources humaines
                  000128  Mathieu Lagarde, administrateur
                  000135  Aurore Demange, cheffe du service voirie, référente de site
                  E0001   Hélène Perrotin, vice-présidente chargée du numérique
                  E0002   Yves Contant, conseiller municipal hors conseil
                """.formatted(Demonstration.PASSWORD);
    }
}
