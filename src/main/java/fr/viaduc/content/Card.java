package fr.viaduc.content;

import gg.jte.Content;

/** An item as it stands in a list: its feature draws it. */
public record Card(Item item, Content content) {}
