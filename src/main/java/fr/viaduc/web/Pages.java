package fr.viaduc.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Makes the {@link Page} of a request, once. */
@Component
public class Pages {
    private static final Logger log = LoggerFactory.getLogger(Pages.class);
    private static final String PAGE = Page.class.getName();

    private final Texts texts;
    private final Assets assets;
    private final Clock clock;
    private final Organisation organisation;
    private final Supplier<Organisation.@Nullable Current> current;
    private final Supplier<Shell.@Nullable Source> shells;
    private final ObjectProvider<AdminEntry> administration;
    private final Navigation navigation;

    Pages(
            Texts texts,
            Assets assets,
            Clock clock,
            Organisation organisation,
            ObjectProvider<Organisation.Current> current,
            ObjectProvider<Shell.Source> shells,
            ObjectProvider<AdminEntry> administration,
            List<NavEntry> navigation) {
        this.texts = texts;
        this.assets = assets;
        this.clock = clock;
        this.organisation = organisation;
        this.current = SingletonSupplier.ofNullable(current::getIfAvailable);
        this.shells = SingletonSupplier.ofNullable(shells::getIfAvailable);
        this.administration = administration;
        this.navigation = Navigation.of(navigation);
    }

    /** The page of this request; always the same one. */
    public Page of(HttpServletRequest request) {
        Page page = (Page) request.getAttribute(PAGE);
        if (page == null) {
            page = make(request);
            request.setAttribute(PAGE, page);
        }
        return page;
    }

    private Page make(HttpServletRequest request) {
        Viewer viewer = CurrentViewer.of(request);
        Locale locale = viewer == null ? preferred(request) : viewer.locale();
        return new Page(
                request,
                viewer,
                locale,
                texts,
                assets,
                new Dates(clock, locale),
                organisation(),
                shell(viewer),
                () -> administration(viewer),
                navigation,
                flash(request));
    }

    private Organisation organisation() {
        Organisation.Current now = current.get();
        return now == null ? organisation : now.get();
    }

    private List<AdminEntry> administration(@Nullable Viewer viewer) {
        return viewer == null || viewer.roles().isEmpty()
                ? List.of()
                : administration.stream()
                        .filter(entry -> entry.shownTo(viewer))
                        .sorted(Comparator.comparingInt(AdminEntry::rank))
                        .toList();
    }

    private Supplier<Shell> shell(@Nullable Viewer viewer) {
        return () -> {
            Shell.Source source = shells.get();
            if (viewer == null || source == null) {
                return Shell.EMPTY;
            }
            try {
                return source.of(viewer);
            } catch (DataAccessException | TransactionException e) {
                // An error page still has its surroundings to show, even if the database is away.
                log.debug("The shell could not be read", e);
                return Shell.EMPTY;
            }
        };
    }

    private @Nullable Flash flash(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())
                || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return null;
        }
        HttpServletResponse response = attributes.getResponse();
        return response == null || response.isCommitted() ? null : Flash.take(request, response, texts);
    }

    private static Locale preferred(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        return header != null && header.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.FRENCH;
    }
}
