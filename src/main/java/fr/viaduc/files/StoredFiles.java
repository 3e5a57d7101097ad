package fr.viaduc.files;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files that the current viewer may see, and what one does with one's own. */
@Service
public class StoredFiles {

    private final FileRepository files;
    private final Clock clock;

    StoredFiles(FileRepository files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** The file, if the viewer may see it. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> find(long id) {
        return files.find(List.of(id)).stream().findFirst();
    }

    /** Those of the files that the viewer may see, in the order of their ids; one statement. */
    @Transactional(readOnly = true)
    public List<StoredFile> find(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : files.find(ids);
    }

    /**
     * Says that something refers to these files of the viewer: they stay until they are removed. An upload that is
     * never kept goes after some days.
     *
     * @return whether all of them are the viewer's own
     */
    @Transactional
    public boolean keep(Collection<Long> ids) {
        return ids.isEmpty()
                || files.keep(ids, clock.instant()) == ids.stream().distinct().count();
    }

    /** Renames a file of the viewer; the name is made harmless. Returns whether there was one. */
    @Transactional
    public boolean rename(long id, String name) {
        return files.rename(id, FileName.clean(name)) == 1;
    }

    /** Removes a file of the viewer; its content goes too when no other file has the same. */
    @Transactional
    public boolean remove(long id) {
        return files.remove(id) == 1;
    }

    @Transactional(readOnly = true)
    Optional<FileRepository.Content> content(long id, Rendition rendition) {
        return files.content(id, rendition);
    }
}
