package fr.viaduc.demo;

import java.util.List;

/** All that is told. */
final class Stories {

    private Stories() {}

    static List<Story> all() {
        return List.of(
                new ViaducStory(),
                new WinterServiceStory(),
                new DepotStory(),
                new WasteStory(),
                new PoolStory(),
                new ChildhoodStory(),
                new WaterStory(),
                new WorksStory(),
                new KitchenStory(),
                new LibraryStory(),
                new HumanResourcesStory(),
                new NewcomersStory(),
                new CouncilStory(),
                new DeskStory(),
                new GardenStory(),
                new MobilityStory(),
                new CompanyStory(),
                new UnionStory(),
                new TerritoryStory(),
                new ModerationStory());
    }

    static List<Story.Post> posts() {
        return all().stream().flatMap(story -> story.posts().stream()).toList();
    }
}
