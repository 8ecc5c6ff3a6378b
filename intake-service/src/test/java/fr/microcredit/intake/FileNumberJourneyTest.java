package fr.microcredit.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.vertx.VertxContextSupport;

import fr.microcredit.intake.request.OfficeCodes;
import fr.microcredit.intake.request.Openings;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;
import fr.microcredit.kit.testing.Topics;

/** Which numbers dossiers get. */
@OnTestPlatform
class FileNumberJourneyTest {
    private static final int AT_ONCE = 40;

    @Inject
    Openings openings;
    @Inject
    Transactions transactions;

    /** Also of the first ones of an office, and of a year of one, which meet while its counter is being made. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoOpensAtTheSameMomentHasAnotherNumberAndNoneIsMissing(boolean newOffice) {
        Desk desk = new Desk("ccas-" + letters());
        if (!newOffice) {
            opened(desk, "2007-12-31");
        }
        ExecutorService many = Executors.newFixedThreadPool(AT_ONCE);
        List<CompletableFuture<String>> opened = IntStream.range(0, AT_ONCE)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> opened(desk, "2008-07-01"), many)).toList();
        Set<Long> running = opened.stream().map(CompletableFuture::join)
                .map(number -> Long.parseLong(number.substring(number.lastIndexOf('-') + 1)))
                .collect(Collectors.toSet());
        many.shutdown();
        assertEquals(IntStream.rangeClosed(1, AT_ONCE).mapToObj(Long::valueOf).collect(Collectors.toSet()), running);
    }

    @Test
    void eachOfficeAndYearCountsForItselfAndNoTwoOfficesShareACode() {
        String place = letters();
        Desk one = new Desk("ccas-" + place);
        Desk two = new Desk("cias-" + place);
        String first = opened(one, "2008-07-01");
        assertTrue(first.endsWith("-2008-0001"), first);
        assertTrue(opened(one, "2008-07-02").endsWith("-2008-0002"));
        assertTrue(opened(one, "2009-01-02").endsWith("-2009-0001"));
        String other = opened(two, "2008-07-01");
        assertTrue(other.endsWith("-2008-0001"), other);
        assertNotEquals(code(first), code(other));
        assertEquals(code(first), code(opened(one, "2010-07-01")));
    }

    @Test
    void theNumberTravelsToCommissionAndBank() {
        Desk desk = new Desk("ccas-" + letters());
        String id = desk.submitted(Desk.form());
        String number = desk.request().get("/dossiers/" + id).path("fileNumber");
        assertEquals(number, Topics.awaitOne("microcredit.dossier", id, "fr.microcredit.dossier.submitted").data()
                .path("fileNumber").asText());
    }

    @Test
    void aCodeOfTheSettingsIsTheOffices() throws Throwable {
        String office = "ccas-" + letters();
        String code = letters().substring(0, 5).toUpperCase(Locale.ROOT);
        start(Map.of(office, code));
        start(Map.of(office, code));
        assertEquals(code, code(opened(new Desk(office), "2008-07-01")));
    }

    @Test
    void aStartIsRefusedWhereACodeIsAnothersOrWasAnotherOrIsNone() throws Throwable {
        String office = "ccas-" + letters();
        String code = code(opened(new Desk(office), "2008-07-01"));
        refused("another office's", Map.of("ccas-" + letters(), code));
        refused("they begin with " + code, Map.of(office, letters().substring(0, 7).toUpperCase(Locale.ROOT)));
        refused("No code", Map.of("ccas-" + letters(), "d2"));
        String twice = letters().substring(0, 6).toUpperCase(Locale.ROOT);
        refused("another office's", Map.of("ccas-" + letters(), twice, "cias-" + letters(), twice));
    }

    private void refused(String why, Map<String, String> settings) {
        Throwable failure = assertThrows(Throwable.class, () -> start(settings));
        assertTrue(failure.getMessage().contains(why), failure.getMessage());
    }

    /** As a start of the service with these settings does. */
    private void start(Map<String, String> settings) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> transactions.inScope(DataScope.system(),
                () -> OfficeCodes.of(settings, openings).run()));
    }

    private static String opened(Desk desk, String day) {
        Map<String, Object> form = Desk.form();
        form.put("effectiveOn", day);
        form.remove("consents");
        return desk.open(form).then().statusCode(201).extract().path("fileNumber");
    }

    private static String code(String number) {
        return number.substring(0, number.indexOf('-'));
    }

    /** A place that no other test has. */
    private static String letters() {
        return UUID.randomUUID().toString().chars().filter(Character::isLetterOrDigit)
                .mapToObj(each -> String.valueOf((char) ('a' + Character.digit(each, 16))))
                .collect(Collectors.joining()).substring(0, 12);
    }
}
