package fr.viaduc.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Fictional names with the sound of the region: no full name is given twice. */
final class Names {

    private static final List<String> MEN = list("""
            Adrien Alexandre Alexis Anthony Antoine Arnaud Arthur Aurélien Bastien Baptiste Benjamin Bertrand Cédric
            Charles Christian Christophe Clément Corentin Cyril David Dorian Emmanuel Enzo Fabrice Florian François
            Frédéric Geoffrey Gilles Grégory Guillaume Hervé Ismaël Jacques Jean-Luc Jean-Pierre Jérémy Jonathan Jordan
            Kylian Lionel Loïc Ludovic Mathis Maxime Medhi Michaël Michel Mickaël Nicolas Nathan Olivier Pierre-Yves
            Quentin Raphaël Régis Romaric Samuel Sébastien Steven Théo Tristan Valentin Victor Vincent William Yann Yoann""");

    private static final List<String> WOMEN = list("""
            Adeline Agnès Alexandra Alice Amandine Anaïs Angélique Anissa Annabelle Audrey Aurélie Béatrice Camille
            Carine Catherine Cécile Chantal Charlène Chloé Christine Cindy Clara Clémence Coralie Cyrielle Delphine
            Élise Élodie Émeline Emma Émilie Estelle Eva Fanny Flavie Florence Françoise Gaëlle Géraldine Gwendoline
            Hélène Jeanne Jennifer Jessica Julie Juliette Justine Karen Karine Laetitia Laurence Lina Lise Louise
            Lucile Lydie Magali Maëva Marie Marie-Claude Marie-Laure Marion Marjorie Mathilde Maud Mélissa Mireille
            Monia Morgane Myriam Nadine Noémie Océane Ophélie Pascale Pauline Perrine Rachel Sabrina Sarah Séverine
            Solène Stéphanie Sylvie Tiphaine Valentine Vanessa Virginie Yasmina Zoé""");

    private static final List<String> FAMILIES = list("""
            Adnet Andriot Arnould Aubertot Babelon Barbelin Bardin Barthélot Baudier Beaufils Bégin Bernardin Bertaux
            Bertrandot Besançon Billotte Blanchard Bocquet Boillot Boncourt Bouchot Boudier Bourceret Bourgeot Bouvenot
            Breton Briffaut Brocard Bruley Cabaret Caillet Camus Carbillet Caussin Chalmandrier Chameroy Champion
            Chapitel Charpin Chaudouet Chauvey Clausse Clémençot Coffinet Colin Collardey Cordebar Cornevin Cottenot
            Courageot Courtois Cuny Daguet Darbot Decorse Degrond Delaborde Demongeot Déhan Denizot Derepas Descharmes
            Didelot Dormont Douche Drouot Dubreuil Duchêne Dufour Durand Estienne Fagotin Farcy Faucher Febvre Ferrière
            Fleuriot Flocard Fontenay Forgeot Fourcaut Fournerot Frérot Froissard Gaillet Galissot Garnier Gaucher Gaudin
            Geoffrin Gérardot Geyer Gigout Girardot Godard Gousset Graillot Grandclerc Guérinot Guignard Guillaumot Guillemin
            Guyot Hacquin Hanry Henriot Héritier Hudelot Huguenin Humbert Husset Jacquemot Jacquinot Jamet Janny Jeannel
            Jolly Jourdheuil Jusseaume Lallement Lambert Lamontre Lançon Larcher Latour Lavocat Lebrun Legros Lemut
            Lépine Lhomme Liégeois Logerot Lorinet Louvrier Maillot Maîtrier Mammès Marangé Marchand Maréchal Marivet
            Martinot Massotte Mathelat Mathieu Mauffré Ménétrier Mercier Meunier Michaut Mielle Milleret Moilleron Mongeot
            Moreau Morlot Mouillet Moussu Mulot Munier Nancelle Nicard Noël Oudot Paillard Paquet Parisel Pascard
            Pâtenotre Pechinet Pernet Perrin Petit Petitjean Philippot Picard Pierrot Plubel Poinsot Prignot Prodhon Prunier
            Quilliard Rabiet Rapin Raulet Régnier Remongin Renard Renaut Richoux Robert Robinot Rolland Roussel Royer
            Sauvageot Schmitt Sénécal Simon Sommelet Soucaret Tassin Thévenin Thierry Thomas Tillet Touvenot Tridon
            Vagney Valton Varlet Vauthelin Verdin Vernier Viard Vigneron Villemin Vitrey Voirin Vosgien Vuillaume Ziegler
            Benaissa Bouazza Da-Costa Ferreira Haddad Kaya Lopes Nguyen Pereira Yilmaz""");

    private final Random random;
    private final Set<String> given = new HashSet<>();

    Names(Random random) {
        this.random = random;
        for (var person : Cast.values()) {
            given.add(person.fullName());
        }
        for (var person : Elected.values()) {
            given.add(person.fullName());
        }
    }

    /** A first and a last name. */
    Name next(boolean woman) {
        var firstNames = woman ? WOMEN : MEN;
        while (true) {
            var name = new Name(
                    firstNames.get(random.nextInt(firstNames.size())), FAMILIES.get(random.nextInt(FAMILIES.size())));
            if (given.add(name.first() + " " + name.last())) {
                return name;
            }
        }
    }

    private static List<String> list(String words) {
        return List.of(words.split("\\s+"));
    }

    record Name(String first, String last) {}
}
