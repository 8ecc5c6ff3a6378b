package fr.microcredit.intake.request;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.smallrye.config.ConfigMapping;
import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.request.domain.OfficeCode;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.startup.StartupTask;

/**
 * Which code stands in the file numbers of an office: the one of the settings, or one made of its identifier. Two offices
 * never have the same: the settings are held against what was given before at every start, and what is made gives way.
 */
@ApplicationScoped
public class OfficeCodes implements StartupTask {
    private final Map<String, String> settings;
    private final Openings openings;

    /** {@code intake.file-numbers.office-codes."ccas-dijon"=DIJ} */
    @ConfigMapping(prefix = "intake.file-numbers")
    public interface Settings {
        /** By office. */
        Map<String, String> officeCodes();
    }

    @Inject
    OfficeCodes(Settings settings, Openings openings) {
        this(settings.officeCodes(), openings);
    }

    private OfficeCodes(Map<String, String> settings, Openings openings) {
        this.settings = Map.copyOf(settings);
        this.openings = openings;
    }

    /** With these settings, by office. */
    public static OfficeCodes of(Map<String, String> settings, Openings openings) {
        return new OfficeCodes(settings, openings);
    }

    /** What an office may be called by, the nicest first. */
    public List<String> of(String officeId) {
        String set = settings.get(officeId);
        return set == null ? OfficeCode.candidates(officeId) : List.of(set);
    }

    /**
     * Settles every code of the settings.
     *
     * @return fails, and with it the start, where a code is none, is another office's, or is not what the office has already
     */
    @Override
    public Uni<Void> run() {
        return Each.mapped(List.copyOf(settings.entrySet()), each -> settled(each.getKey(), each.getValue()))
                .replaceWithVoid();
    }

    private Uni<String> settled(String office, String code) {
        if (!code.matches(OfficeCode.SHAPE)) {
            throw new IllegalStateException("No code for file numbers: " + code + " of " + office);
        }
        return openings.settled(office, List.of(code)).map(known -> known.filter(code::equals)
                .orElseThrow(() -> new IllegalStateException("File numbers of " + office + " can not begin with " + code
                        + known.map(other -> ": they begin with " + other).orElse(": another office's do"))));
    }
}
