package fr.microcredit.observatory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.vertx.VertxContextSupport;

import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.Topics;
import fr.microcredit.observatory.release.Figures;
import fr.microcredit.observatory.release.domain.Lent;
import fr.microcredit.observatory.release.domain.Loans;
import fr.microcredit.observatory.release.domain.Secrecy;
import fr.microcredit.observatory.release.domain.YearFigures;

/** What the facts of a year come to; years of its own, which no other test looks at. */
@OnTestPlatform
class FiguresTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Secrecy RULE = new Secrecy(11, 85);

    @Inject
    Figures figures;
    @Inject
    Transactions transactions;

    /** Three loans of one person, none of which is more than 85 % of the total, and eleven small ones. */
    @Test
    void severalLoansOfOnePersonCountTogether() throws Throwable {
        String one = UUID.randomUUID().toString();
        lend(2041, Stream.concat(Stream.of(one, one, one), persons(11)).toList(),
                List.of(300_000L, 300_000L, 300_000L, 10_000L));
        YearFigures year = year(2041);
        assertEquals(900_000, year.loans().largest());
        assertEquals(1_010_000, year.loans().total());
        Loans shown = year.release(2041, RULE).loans();
        assertEquals(OptionalLong.of(14), shown.loans());
        assertEquals(List.of(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()),
                List.of(shown.total(), shown.mean(), shown.median()));
    }

    /** The middle one is another figure than the mean. */
    @Test
    void theMedianIsTheMiddleLoan() throws Throwable {
        lend(2042, persons(13).toList(), List.of(300_000L, 290_000L, 280_000L, 270_000L, 260_000L, 250_000L, 50_000L,
                40_000L, 30_000L));
        Lent lent = year(2042).loans();
        assertEquals(50_000, lent.median());
        assertEquals(145_385, lent.mean());
        assertEquals(13, lent.persons());
        assertEquals(OptionalLong.of(50_000), year(2042).release(2042, RULE).loans().median());
    }

    /** The borrower has withdrawn after the pay-out: nothing was lent in the end. */
    @Test
    void whatWasGivenBackWasNotLent() throws Throwable {
        lend(2043, persons(12).toList(), List.of(100_000L));
        History back = loan(2043, UUID.randomUUID().toString(), 250_000).then("bank.withdrawn", "after-the-pay-out",
                Map.of("effectiveOn", "2043-10-15"));
        Topics.publish(back.events());
        Await.until(LIMIT, () -> "it was given back", () -> TestPlatform.running().db().number(
                "select count(*) from dossier_fact where facts ->> 'given-back' = '2043-10-15'") == 1);
        assertEquals(12, year(2043).loans().loans());
        assertEquals(1_200_000, year(2043).loans().total());
    }

    private YearFigures year(int year) throws Throwable {
        return VertxContextSupport
                .subscribeAndAwait(() -> transactions.inScope(DataScope.region(), () -> figures.of(year)));
    }

    private static Stream<String> persons(int count) {
        return IntStream.range(0, count).mapToObj(any -> UUID.randomUUID().toString());
    }

    /** One loan for each in turn; the last amount for all who are left. */
    private static void lend(int year, List<String> persons, List<Long> amounts) {
        for (int loan = 0; loan < persons.size(); loan++) {
            Topics.publish(loan(year, persons.get(loan), amounts.get(Math.min(loan, amounts.size() - 1))).events());
        }
        Await.until(LIMIT, () -> "the loans of " + year + " are known", () -> TestPlatform.running().db().number(
                "select count(*) from dossier_fact where facts ->> 'disbursed' like ?", year + "-%") == persons.size());
    }

    private static History loan(int year, String person, long cents) {
        String key = UUID.randomUUID().toString();
        ObjectNode terms = new History(key, Map.of()).then("bank.disbursed", "one", Map.of()).events().get(0).data()
                .path("terms").deepCopy();
        Map<String, Object> fields = new HashMap<>(Map.of("effectiveOn", year + "-10-10"));
        fields.put("terms", terms.put("amountCents", cents));
        return new History(key, Map.of("officeId", "office-d", "personId", person)).then("bank.disbursed", "one",
                fields);
    }
}
