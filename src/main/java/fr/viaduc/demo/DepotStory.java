package fr.viaduc.demo;

import static fr.viaduc.demo.Cast.*;
import static fr.viaduc.demo.Network.*;

/** Every day at the Nogent depot, the workshop and the Bologne depot. */
final class DepotStory extends Story {

    @Override
    void tell() {
        post(
                        DAMIEN,
                        "61 06:50",
                        "Fauchage terminé sur les 74 kilomètres du secteur. Les orchidées de la côte de Sarcey ont été contournées, comme promis à l’institutrice.",
                        AGENTS)
                .thanks(68)
                .then(BRIGITTE, "Elle est allée vérifier avec ses élèves : elles y sont toutes, ils les ont comptées.")
                .then(JEAN_MARC, "Quarante et une. J’avais dit quarante, je m’étais trompé.");
        post(
                        JEAN_MARC,
                        "56 16:05",
                        "Panneau « Chaussée déformée » déformé à son tour par un sanglier. Remplacé. Le sanglier, lui, est reparti à pied.",
                        AGENTS)
                .thanks(124)
                .then(THIERRY, "Un constat amiable a-t-il été rempli ?")
                .then(JEAN_MARC, "Il a refusé de signer.");
        post(
                        DAMIEN,
                        "48 07:05",
                        "Causerie sécurité du lundi : on descend de cabine face au marchepied, trois appuis, sans sauter. Les genoux de cinquante ans écoutent, ceux de vingt ans aussi, désormais.",
                        Place.NOGENT_DEPOT)
                .thanks(11)
                .then(JEAN_MARC, "Les miens ont applaudi.");
        post(
                        AURORE,
                        "44 13:20",
                        "Prêt de barrières : la demande se fait maintenant par la fiche du lot, dans les moyens. On voit tout de suite s’il est libre. Fini le cahier bleu, il part aux archives.",
                        EVERYONE)
                .thanks(43)
                .then(BERNADETTE, "Le cahier bleu sera bien traité.")
                .then(Elected.PIERRE, "Poulangy a réservé pour la brocante en trois minutes. Merci !");
        post(
                        SYLVAIN,
                        "37 15:35",
                        "Nid-de-poule de la départementale à Soncourt : ce n’est pas à nous, mais on l’a signalé au département, avec une photo, et posé un cône. Une heure après, ils y étaient.",
                        Group.ROADS_PRACTICE)
                .thanks(24)
                .then(DAMIEN, "On devrait garder leur numéro direct dans le groupe.")
                .reply(SYLVAIN, "C’est fait, dans les documents.");
        post(
                        DAMIEN,
                        "33 10:55",
                        "Pour reboucher proprement par temps humide : sécher au souffleur, enrobé à froid, compacter du bord vers le centre. Deux passages, pas un. Les cantonniers de Thivet l’ont essayé, ça tient.",
                        Group.ROADS_PRACTICE)
                .thanks(27)
                .then(SYLVAIN, "Confirmé à Bologne, un mois sous les camions.")
                .then(JEAN_MARC, "Le vrai secret, c’est le deuxième passage.");
        post(
                        THIERRY,
                        "29 08:00",
                        "À l’atelier : le fourgon de Nogent est prêt, la benne 12 aussi. Celui qui roule « encore un peu » avec un voyant rouge vient m’expliquer pourquoi, avec des croissants.",
                        AGENTS)
                .thanks(77)
                .then(MORGAN, "Combien de croissants pour un voyant orange ?")
                .then(THIERRY, "Un pain au chocolat.")
                .then(DAMIEN, "Merci pour le fourgon, il freine droit.");
        post(
                        JEAN_MARC,
                        "23 17:00",
                        "Le nouveau a appris à poser un balisage complet en onze minutes. Moi, à son âge, j’en mettais vingt et j’oubliais un cône.",
                        Service.ROADS)
                .thanks(29)
                .then(DAMIEN, "Il en oublie encore un. Le même que toi.")
                .then(AURORE, "La transmission des savoirs, dans toute sa beauté.");
        post(
                        AURORE,
                        "18 08:30",
                        "Deux jours de tournée avec chaque équipe cette semaine. Je viens sans ordre du jour : montrez-moi ce qui vous agace, et ce dont vous êtes fiers.",
                        Service.ROADS)
                .thanks(36)
                .then(SYLVAIN, "Ce qui m’agace : le portail. Ce dont je suis fier : le portail, quand il s’ouvre.")
                .then(MANON, "Rendez-vous aux serres, on a les deux aussi.")
                .then(
                        AURORE,
                        "Le portail de Bologne est commandé. Le reste est dans mon carnet, je reviens vers vous vendredi.");
        post(
                        DAMIEN,
                        "14 11:10",
                        "Le dépôt de Nogent recycle ses bidons, ses gants et ses pneus. Il ne reste que le marc de café : le jardin partagé en veut-il ?",
                        AGENTS)
                .thanks(31)
                .then(PASCAL, "Par sacs entiers !")
                .then(PATRICIA, "Voilà un dépôt qui fait honte aux déchetteries. Bravo.");
        post(
                        AURORE,
                        "9 10:20",
                        "« Une nuit de verglas, un car en travers à Mandres, vingt-six enfants dedans. Il est arrivé le premier, il a sablé, il les a fait chanter, et le car est reparti. »",
                        EVERYONE)
                .bravo(JEAN_MARC)
                .thanks(224)
                .then(BRIGITTE, "Ils ont raconté chaque détail. Il paraît qu’il chante juste.")
                .then(Elected.ETIENNE, "Toute la commune vous dit merci.")
                .then(JEAN_MARC, "C’étaient eux, les courageux. Moi, j’avais la pelle.")
                .then(AGATHE, "Un baryton ? À la chorale, jeudi.");
        post(
                        JEAN_MARC,
                        "3 12:30",
                        "Vu ce matin entre Ageville et Esnouveaux : un arc-en-ciel posé d’un clocher à l’autre. On s’est arrêtés trente secondes. Le bureau a une belle vue.",
                        AGENTS)
                .picture("champs", "Des champs dorés et des bottes de paille, le clocher d’un village au loin.")
                .thanks(143)
                .then(KARIM, "On était dessous ! Personne n’a trouvé le trésor.")
                .then(LEA, "« Le bureau a une belle vue » : je le garde pour une affiche, avec votre accord.")
                .reply(JEAN_MARC, "Accordé, contre une affiche.");
        post(
                        DAMIEN,
                        "-80m",
                        "Verglas possible demain sur les hauteurs : astreinte avancée à 3 h, je vous appelle un par un. Rentrez dormir tôt.",
                        Place.NOGENT_DEPOT)
                .thanks(6)
                .then(JEAN_MARC, "Bottes graissées, thermos pleine.");
    }
}
