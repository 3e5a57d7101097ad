package fr.viaduc.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** For whom the current thread works: the person whose rights the database applies to each web transaction. */
public final class ViewerContext {

    private static final ScopedValue<Long> VIEWER = ScopedValue.newInstance();

    private ViewerContext() {}

    /** The person's id, or null when nobody is signed in: the database then shows no protected row. */
    public static @Nullable Long current() {
        return VIEWER.isBound() ? VIEWER.get() : null;
    }

    /** Works for that person. Transactions must begin inside: one that has begun keeps its viewer. */
    public static <T extends @Nullable Object> T as(long personId, Supplier<T> work) {
        return ScopedValue.where(VIEWER, personId).call(work::get);
    }

    /** Works for that person. Transactions must begin inside: one that has begun keeps its viewer. */
    public static void run(long personId, Runnable work) {
        ScopedValue.where(VIEWER, personId).run(work);
    }
}
