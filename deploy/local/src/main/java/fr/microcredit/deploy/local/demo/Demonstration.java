package fr.microcredit.deploy.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import fr.microcredit.deploy.local.client.Api;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.client.SandboxClock;
import fr.microcredit.deploy.local.platform.Service;

/**
 * Plays dossiers from the application to the rebate through the public APIs with real tokens, moves the business date, and
 * compares every figure with what it has to be.
 */
public final class Demonstration {
    private static final LocalDate SETTING_UP = LocalDate.parse("2008-06-30");
    private static final List<Integer> LATER_YEARS = List.of(2009, 2010, 2011);
    private static final long ENVELOPE_CENTS = 390_000;
    private static final Map<String, Long> ENDOWMENTS = Map.of("fcs", 10_000_000L, "region", 5_000_000L);

    private final Api api;
    private final SandboxClock clock;
    private final Narrator narrator;
    private final Path marker;
    private final Consumer<LocalDate> onDay;

    /**
     * @param data  folder that remembers whether it was played
     * @param onDay told every business day before it is played
     */
    public Demonstration(Api api, Narrator narrator, Path data, Consumer<LocalDate> onDay) {
        this.api = api;
        this.clock = new SandboxClock(api, Actors.OPERATOR);
        this.narrator = narrator;
        this.onDay = onDay;
        this.marker = data.resolve("demonstration");
    }

    /** How far an earlier run has come: nothing, {@code begun} or {@code played}. */
    public String state() throws IOException {
        return Files.exists(marker) ? Files.readString(marker) : "";
    }

    /**
     * @param background dossiers beside the eleven that are told
     * @throws DemonstrationFailure for a step or a figure that is not as it has to be
     */
    public void play(int background) throws IOException {
        Files.writeString(marker, "begun");
        Calendar calendar = new Calendar(this::moveTo, onDay);
        Stage stage = new Stage(api, calendar, narrator, new Lent());
        narrator.step("Playing the demonstration: " + background + " background dossiers and (a) to (k)");
        narrator.head();
        setUp();
        LATER_YEARS.forEach(year -> calendar.crowd(LocalDate.of(year, 1, 2),
                () -> grantEnvelope(LocalDate.of(year, 1, 2), year)));
        new Crowd(stage, background).plan();
        List.of(new StoryA(stage), new StoryB(stage), new StoryC(stage), new StoryD(stage), new StoryE(stage),
                new StoryF(stage), new StoryG(stage), new StoryH(stage), new StoryI(stage),
                new StoryJ(stage), new StoryK(stage))
                .forEach(Story::plan);
        try {
            calendar.play();
            clock.awaitSettled();
        } finally {
            narrator.rest();
        }
        new Closing(stage, clock.today()).check();
        Files.writeString(marker, "played");
        narrator.step("Demonstration played, every figure as expected");
    }

    /** An office votes its envelope with the year's budget. */
    private void grantEnvelope(LocalDate on, int year) {
        Expect.ok("granting", api.post(
                new Target(Actors.manager(CrowdDossier.DIJON), Service.GUARANTEE, "/envelopes"),
                Map.of("year", year, "amountCents", ENVELOPE_CENTS, "effectiveOn", on.toString())));
    }

    private void moveTo(LocalDate day) {
        narrator.day(day);
        clock.moveTo(day);
    }

    private void setUp() {
        clock.moveTo(SETTING_UP);
        ENDOWMENTS.forEach((guarantor, cents) -> Expect.ok("endowing",
                api.post(new Target(Actors.FUND_MANAGER, Service.GUARANTEE,
                        "/guarantors/" + guarantor + "/endowments"),
                        Map.of("amountCents", cents, "multiplier", "1", "effectiveOn", SETTING_UP.toString()))));
        grantEnvelope(SETTING_UP, SETTING_UP.getYear());
        narrator.tell(SETTING_UP, "-", "funds and envelopes",
                "fcs " + Narrator.euros(ENDOWMENTS.get("fcs")) + ", region " + Narrator.euros(ENDOWMENTS.get("region"))
                        + "; Dijon " + Narrator.euros(ENVELOPE_CENTS) + " a year for subsidies");
    }
}
