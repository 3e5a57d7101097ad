package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What everybody asks, and who answers. */
final class FaqStory {

    /** A category, and who writes in it. */
    record Heading(String name, String icon, List<Cast> editors, List<Answer> answers) {}

    /**
     * A question and its answer, in Markdown.
     *
     * @param author who keeps it true for their service
     * @param when as in {@link Story}
     * @param months in how many months from today it is to be checked; negative: it is late
     * @param yes how many say that it helped
     * @param no how many say that it did not
     */
    record Answer(
            Cast author, String when, String question, String text, Network audience, int months, int yes, int no) {}

    /** Words that some looked for in vain, each time some hours apart. */
    static final List<String> LOOKED_FOR = List.of(
            "ticket restaurant", "badge perdu", "télétravail", "compte épargne temps", "chaussures de sécurité d’été");

    private final List<Heading> headings = new ArrayList<>();
    private List<Answer> answers = new ArrayList<>();

    static List<Heading> headings() {
        var story = new FaqStory();
        story.tell();
        return story.headings;
    }

    static Stream<String> texts() {
        return Stream.concat(
                LOOKED_FOR.stream(),
                headings().stream()
                        .flatMap(heading -> Stream.concat(
                                Stream.of(heading.name()),
                                heading.answers().stream()
                                        .flatMap(answer -> Stream.of(answer.question(), answer.text())))));
    }

    private void tell() {
        heading("Congés et absences", "calendar-off", CHRISTELLE, FREDERIC);
        answer(CHRISTELLE, "58 09:10", "Comment poser une demi-journée ?", """
                Sur la feuille de congés, cochez le jour puis « matin » ou « après-midi ». Votre responsable répond sous trois jours ouvrés ; sans réponse, appelez-le.

                Sans ordinateur ? Le formulaire papier, dans chaque dépôt, donne le même résultat.""", 10, 21, 2);
        answer(CHRISTELLE, "58 09:20", "Mon enfant est malade : qui prévenir ?", """
                Votre responsable, par téléphone, avant l’heure d’embauche. Le certificat médical peut attendre votre retour.

                Vous avez droit à douze jours par an pour un temps plein à cinq jours par semaine, partagés entre les deux parents s’ils sont tous deux agents.""", 10, 17, 1);
        answer(CHRISTELLE, "57 10:00", "Puis-je reporter mes congés après le 31 décembre ?", """
                Oui, cinq jours au plus, jusqu’au 31 mars. Au-delà, ils vont sur votre compte épargne-temps si vous en avez ouvert un.""", 1, 9, 8);
        answer(FREDERIC, "50 14:30", "Comment donner des jours à un collègue ?", """
                Le don est anonyme et passe par les ressources humaines : dites combien de jours, ils font le reste. Il ne peut pas être repris.""", 8, 6, 0);
        answer(CHRISTELLE, "44 11:15", "Que devient mon astreinte si je suis malade ?", """
                Elle est reprise par la personne suivante sur la liste. Prévenez votre chef d’équipe dès que possible ; vous ne devez rien rendre.""", -1, 3, 5);
        heading("Paie et carrière", "wallet", CHRISTELLE, FREDERIC, SOPHIE);
        answer(CHRISTELLE, "56 08:45", "Quand ma paie est-elle versée ?", """
                L’avant-dernier jour ouvré du mois. En décembre, avant Noël. Les heures supplémentaires sont payées le mois suivant.""", 9, 24, 1);
        answer(CHRISTELLE, "56 08:55", "Je ne comprends pas une ligne de mon bulletin", """
                Appelez les ressources humaines ou venez à la permanence de Nogent, le premier mardi du mois de 13 h à 16 h. Apportez le bulletin : nous le lirons ensemble.""", 9, 11, 2);
        answer(FREDERIC, "40 16:10", "Comment se passe un changement de service ?", """
                Vous répondez à l’annonce interne, vous rencontrez le service, puis votre responsable et le futur conviennent d’une date, sous trois mois au plus. Votre ancienneté et votre grade ne changent pas.""", 6, 8, 1);
        answer(SOPHIE, "33 09:30", "À combien de jours de formation ai-je droit ?", """
                Cinq jours pendant les deux premières années dans l’emploi, puis deux à dix jours tous les cinq ans. Votre compte personnel de formation s’y ajoute.""", 7, 12, 0);
        heading("Véhicules et déplacements", "car", AURORE, MAELLE);
        answer(MAELLE, "48 10:05", "Comment réserver un véhicule de service ?", """
                Auprès du service mobilités, la veille avant 16 h. Les clés sont à l’accueil du siège ; rendez le véhicule avec au moins un quart de batterie ou de réservoir.""", 5, 14, 3);
        answer(MAELLE, "48 10:20", "Je viens à vélo : que rembourse la collectivité ?", """
                Le forfait mobilités durables, à partir de trente jours dans l’année. Une déclaration sur l’honneur suffit, avant le 31 décembre.""", 4, 9, 0);
        answer(AURORE, "30 13:40", "Que faire après un accrochage avec un camion de la voirie ?", """
                Mettez-vous en sécurité, remplissez le constat qui est dans la boîte à gants, prenez des photos et appelez votre chef d’équipe avant de repartir. Ne signez rien d’autre.""", 8, 7, 0);
        heading("Informatique et téléphone", "laptop", MATHIEU, VALERIE, KEVIN);
        answer(KEVIN, "55 09:00", "J’ai oublié mon mot de passe", """
                Sur la page de connexion, choisissez « Mot de passe oublié ». Sans courriel, votre référent de site vous donne un nouveau code en deux minutes, sur présentation de votre carte.""", 11, 31, 2);
        answer(KEVIN, "55 09:15", "Comment joindre l’assistance informatique ?", """
                Par téléphone, de 7 h 30 à 17 h 30. En dehors, l’astreinte traite seulement les pannes qui arrêtent un service au public.""", 11, 15, 1);
        answer(MATHIEU, "38 15:20", "J’ai reçu un message douteux, que faire ?", """
                Ne cliquez pas, ne le faites pas suivre. Appelez l’assistance : même si vous avez déjà cliqué, c’est le bon réflexe, et personne ne vous le reprochera.""", 9, 18, 0);
        heading("Tenues et équipements", "shirt", ANNE_LAURE, DAMIEN);
        answer(ANNE_LAURE, "36 08:20", "Comment remplacer des chaussures de sécurité usées ?", """
                Montrez-les au magasin de votre dépôt : elles sont échangées sans attendre la date annuelle. Si votre pointure manque, elle est commandée dans la semaine.""", 6, 13, 1);
        answer(ANNE_LAURE, "36 08:35", "Qui lave les vêtements de haute visibilité ?", """
                La collectivité : déposez-les le lundi, reprenez-les le jeudi. Ne les lavez pas chez vous, les bandes perdraient leur éclat et vous ramèneriez des produits à la maison.""", 6, 10, 0);
        heading("Santé et sécurité", "heart-pulse", ANNE_LAURE);
        answer(ANNE_LAURE, "29 09:45", "Que faire en cas d’accident du travail ?", """
                Faites-vous soigner d’abord. Prévenez votre responsable le jour même, puis les ressources humaines sous 48 h : elles remplissent la déclaration avec vous.""", 12, 16, 0);
        answer(
                ANNE_LAURE,
                "29 09:55",
                "Je peux voir le médecin du travail sans passer par mon responsable ?",
                """
                Oui. Appelez le service de prévention, qui ne dit à personne que vous avez pris rendez-vous.""",
                12,
                22,
                0);
        heading("Viaduc et mes données", "shield-check", MATHIEU, ELODIE);
        everyone(MATHIEU, "54 10:30", "Quelqu’un peut-il savoir ce que j’ai lu ?", """
                Non. Aucune page ne le dit, ni à votre responsable ni aux administrateurs. Seule exception, toujours annoncée : quand vous cliquez vous-même sur « J’ai pris connaissance ».""", 9, 27, 1);
        everyone(MATHIEU, "54 10:45", "Puis-je utiliser Viaduc sans téléphone personnel ni courriel ?", """
                Oui, avec votre matricule, sur un poste ou une borne. Un appareil personnel ne vous sera jamais demandé.""", 9, 19, 0);
        everyone(ELODIE, "41 11:00", "Comment faire retirer une photo où l’on me voit ?", """
                Écrivez à la communication, ou signalez la publication : elle est retirée le jour même, sans que vous ayez à dire pourquoi.""", 5, 8, 0);
    }

    private void heading(String name, String icon, Cast... editors) {
        answers = new ArrayList<>();
        headings.add(new Heading(name, icon, List.of(editors), answers));
    }

    private void answer(Cast author, String when, String question, String text, int months, int yes, int no) {
        answers.add(new Answer(author, when, question, text.strip(), Network.AGENTS, months, yes, no));
    }

    private void everyone(Cast author, String when, String question, String text, int months, int yes, int no) {
        answers.add(new Answer(author, when, question, text.strip(), Network.EVERYONE, months, yes, no));
    }
}
