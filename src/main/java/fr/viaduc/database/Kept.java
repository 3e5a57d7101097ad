package fr.viaduc.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is found of people and places, kept in memory until the database says that something of them has changed (decision
 * 22). Every page's transaction begins by asking for the stamp of changes; what was kept under another stamp is found anew. So
 * nothing is ever shown that the transaction would not have found itself, on any node.
 *
 * <p>For answers that come from the tables noted by {@code database.note_changes}, from today's date and from the key, and
 * from nothing else: what depends on the viewer has the viewer in its key.
 *
 * @param <K> what is asked
 * @param <V> the answer, immutable
 */
public final class Kept<K, V> {
    private final Cache<K, Answer<V>> answers;

    /** @param most how many answers, the least used of which are given up */
    public Kept(long most) {
        this.answers = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** The answer: kept, or found now. Where the transaction may write, always found now. */
    public V get(K key, Supplier<V> find) {
        return get(key, ViewerTransactionManager.stamp(), find);
    }

    /**
     * The answer: kept, or found now.
     *
     * @param stamp that of the database, read before and in the same request; null to keep nothing
     */
    public V get(K key, @Nullable String stamp, Supplier<V> find) {
        if (stamp == null) {
            return find.get();
        }
        Answer<V> kept = answers.getIfPresent(key);
        if (kept == null || !kept.stamp.equals(stamp)) {
            kept = new Answer<>(stamp, find.get());
            answers.put(key, kept);
        }
        return kept.value;
    }

    /** The answers to many questions; those that are not kept are found together. What has no answer is missing. */
    public Map<K, V> all(Collection<K> keys, Function<Set<K>, Map<K, V>> find) {
        String stamp = ViewerTransactionManager.stamp();
        Map<K, V> found = new HashMap<>();
        Set<K> missing = new HashSet<>();
        for (K key : keys) {
            Answer<V> kept = stamp == null ? null : answers.getIfPresent(key);
            if (kept != null && kept.stamp.equals(stamp)) {
                found.put(key, kept.value);
            } else {
                missing.add(key);
            }
        }
        if (!missing.isEmpty()) {
            Map<K, V> now = find.apply(missing);
            found.putAll(now);
            if (stamp != null) {
                now.forEach((key, value) -> answers.put(key, new Answer<>(stamp, value)));
            }
        }
        return found;
    }

    private record Answer<V>(String stamp, V value) {}
}
