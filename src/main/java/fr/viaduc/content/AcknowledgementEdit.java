package fr.viaduc.content;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What its author says when editing an item that asks to be acknowledged ({@code content/acknowledgementEdit}): whether the
 * change matters. A typo does not, and what people said stands; otherwise they are asked again.
 *
 * @param concerned whether the item asks anything of those who have read it
 * @param reach "correction", "fond", or anything else when nothing was chosen
 * @param day the new deadline as typed
 */
public record AcknowledgementEdit(boolean concerned, String reach, String day) {

    /** Nothing was said yet. */
    public static final AcknowledgementEdit NONE = new AcknowledgementEdit(false, "", "");

    public static AcknowledgementEdit of(HttpServletRequest request, Item item) {
        String reach = request.getParameter("portee");
        String day = request.getParameter("echeance");
        return new AcknowledgementEdit(
                item.acknowledgement() != null && item.seen(), reach == null ? "" : reach, day == null ? "" : day);
    }

    public boolean matters() {
        return concerned && reach.equals("fond");
    }

    public @Nullable LocalDate dueOn() {
        return AcknowledgementForm.date(day);
    }

    /** What is wrong, by field, as message keys. */
    public Map<String, String> errors(LocalDate today) {
        var errors = new LinkedHashMap<String, String>();
        if (concerned && !reach.equals("correction") && !reach.equals("fond")) {
            errors.put("portee", "content.acknowledgement.error.reach");
        }
        LocalDate due = dueOn();
        if (matters() && (due == null || !due.isAfter(today) || due.isAfter(today.plusMonths(12)))) {
            errors.put("echeance", "content.acknowledgement.error.due");
        }
        return errors;
    }
}
