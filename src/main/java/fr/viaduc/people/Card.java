package fr.viaduc.people;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.FormattedName;
import ezvcard.property.Kind;
import ezvcard.property.Organization;
import ezvcard.property.StructuredName;
import fr.viaduc.web.Organisation;

/** A person's vCard: what the profile holds, which is what its viewer may see. */
record Card(VCard card) {

    static Card of(Profile profile, Organisation organisation) {
        var card = new VCard();
        var name = new StructuredName();
        name.setFamily(profile.lastName());
        name.setGiven(profile.firstName());
        card.setStructuredName(name);
        card.setFormattedName(new FormattedName(profile.name()));
        var employer = new Organization();
        employer.getValues().add(organisation.name());
        profile.posts().stream().findFirst().ifPresent(post -> {
            employer.getValues().add(post.unit().name());
            if (post.site() != null) {
                var address = new Address();
                address.setStreetAddress(post.address().isEmpty() ? post.site().name() : post.address());
                if (post.commune() != null) {
                    address.setLocality(post.commune().name());
                }
                address.setCountry("France");
                card.addAddress(address);
            }
        });
        card.setOrganization(employer);
        if (!profile.role().isEmpty()) {
            card.addTitle(profile.role());
        }
        if (!profile.phone().isEmpty()) {
            card.addTelephoneNumber(Telephone.dial(profile.phone()), TelephoneType.WORK, TelephoneType.VOICE);
        }
        if (!profile.mobile().isEmpty()) {
            card.addTelephoneNumber(Telephone.dial(profile.mobile()), TelephoneType.WORK, TelephoneType.CELL);
        }
        if (!profile.email().isEmpty()) {
            card.addEmail(profile.email(), EmailType.WORK);
        }
        String personalPhone = profile.personal().get("personal_phone");
        if (personalPhone != null) {
            card.addTelephoneNumber(Telephone.dial(personalPhone), TelephoneType.HOME);
        }
        String personalEmail = profile.personal().get("personal_email");
        if (personalEmail != null) {
            card.addEmail(personalEmail, EmailType.HOME);
        }
        return new Card(card);
    }

    String write(VCardVersion version) {
        if (version == VCardVersion.V4_0) {
            card.setKind(Kind.individual());
        }
        return Ezvcard.write(card).version(version).prodId(false).go();
    }
}
