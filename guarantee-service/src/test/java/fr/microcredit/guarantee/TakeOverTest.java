package fr.microcredit.guarantee;

import static fr.microcredit.guarantee.Fund.balance;
import static fr.microcredit.guarantee.Fund.db;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.vertx.VertxContextSupport;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.event.Envelope;
import fr.microcredit.kit.event.EventTable;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.position.History;
import fr.microcredit.kit.reception.OwnHistory;
import fr.microcredit.kit.reception.Reception;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.Topics;

/** What this service has told, taken over by a database that does not know it, leads to the same as when it was decided. */
@OnTestPlatform
class TakeOverTest {
    private static final String TOPIC = "microcredit.guarantee";

    @Inject
    EventTable table;
    @Inject
    @Any
    Instance<OwnHistory<?>> histories;
    @Inject
    Transactions transactions;

    private final Fund fund = new Fund();
    private final String again = UUID.randomUUID().toString();
    private final String somebody = UUID.randomUUID().toString();

    /** Reserved, given back and reserved anew: guarantee, subsidy, ledger and the person's exposure. */
    @Test
    void aPromiseIsTakenOverAndNotDecidedAgain() throws Throwable {
        Fund.endow(fund.national, 500_000);
        fund.envelope(2008, 500_000);
        Topics.publish(fund.accepted(1, 30_000)
                .then("bank.decided", "accepted", Map.of("round", 2, "terms", fund.terms(40_000), "subsidyCents",
                        Fund.subsidy(40_000)))
                .events());
        takeOver(Topics.await(TOPIC, fund.id, 6, event -> true));
        assertEquals(1, states(again, "guarantee").size());
        assertEquals(states(fund.id, "guarantee"), states(again, "guarantee"));
        assertEquals(states(fund.id, "subsidy"), states(again, "subsidy"));
        assertEquals(40_000, Fund.exposure(fund.person));
        assertEquals(Fund.exposure(fund.person), Fund.exposure(somebody));
        assertEquals(500_000 - 2 * 20_000, balance("guarantor:" + fund.national + ":available"));
        assertEquals(500_000 - 2 * Fund.subsidy(40_000), balance("envelope:" + fund.office + ":2008:available"));
        nothingIsToldAgainAndTheLedgerSaysTheSame();
    }

    /** To its end: the guarantee falls with the loan and is released, the rebate is owed. */
    @Test
    void aWholeLoanIsTakenOverWithItsRebate() throws Throwable {
        Fund.endow(fund.national, 500_000);
        Fund.endow(fund.region, 500_000);
        List<TestEvent> loan = fund.loan(fund.id).events();
        Topics.publish(loan.subList(0, loan.size() - 1));
        fund.awaitEvents("rebate-ordered", 1);
        fund.awaitEvents("guarantee.released", 1);
        long owed = balance("rebate:owed");
        takeOver(fund.all(""));
        assertEquals(1, states(again, "rebate").size());
        assertEquals(states(fund.id, "guarantee"), states(again, "guarantee"));
        assertEquals(states(fund.id, "rebate"), states(again, "rebate"));
        assertEquals(owed + 6_971, balance("rebate:owed"));
        assertEquals(0, Fund.exposure(somebody));
        assertEquals(500_000, balance("guarantor:" + fund.national + ":available"));
        nothingIsToldAgainAndTheLedgerSaysTheSame();
    }

    /** Called, paid by one, recovered: the bank's filing is read again afterwards. */
    @Test
    void aClaimIsTakenOverWithWhatWasDecidedPaidAndShared() throws Throwable {
        Defaulted loan = new Defaulted(fund, "half-to-guarantors", 500_000L);
        Defaulted.endow(fund);
        loan.toldAndFiled();
        loan.more("bank.recovery-received", "first",
                Map.of("recoveryId", UUID.randomUUID().toString(), "amountCents", 12_329));
        Await.until(Duration.ofSeconds(30), () -> "the base is lower",
                () -> loan.look().path("baseCents").equals(150_000));
        loan.accepted();
        loan.pay(fund.national, Defaulted.FILED.plusDays(15)).then().statusCode(200);
        loan.more("bank.recovery-received", "first", Map.of("recoveryId", UUID.randomUUID().toString()));
        fund.awaitEvents("recovery-shared", 1);
        Fund.db().execute("delete from guarantee_claim where key = ?", loan.claim);
        List<Long> before = Defaulted.accounts(fund.national);
        takeOver(fund.all(""));
        List<Long> after = Defaulted.accounts(fund.national);
        assertEquals(List.of(2 * before.get(3), 2 * before.get(4)), List.of(after.get(3), after.get(4)));
        assertEquals(2 * 112_500, balance("convention:" + loan.convention + ":called"));
        assertEquals(states(fund.id, "guarantee").stream().map(TakeOverTest::withoutClause).toList(),
                states(again, "guarantee").stream().map(TakeOverTest::withoutClause).toList());
        assertEquals(Fund.exposure(fund.person), Fund.exposure(somebody));
        loan.look().then().body("status", equalTo("accepted")).body("shares.amountCents", contains(75_000, 37_500))
                .body("shares.returnedCents", contains(6_667, 3_333)).body("recoveries.amountCents",
                        contains(12_329, 20_000));
        nothingIsToldAgainAndTheLedgerSaysTheSame();
    }

    /** The clause and the default are the bank's to say; its topic is read again too. */
    private static String withoutClause(String state) {
        return state.replaceAll(", \"clause\": \\{[^}]*\\}", "").replaceAll("\"clause\": \\{[^}]*\\}, ", "");
    }

    /** As a start does after the database was set back; of another dossier, so that this one is not known. */
    private void takeOver(List<TestEvent> told) throws Throwable {
        About about = About.dossier(UUID.fromString(again), UUID.fromString(somebody), fund.office).at("cm-dijon");
        for (TestEvent event : told) {
            Envelope envelope = new Envelope(java.util.Optional.of(about),
                    LocalDate.parse(event.attributes().get("effectiveOn")));
            ReceivedEvent received = new ReceivedEvent(UUID.randomUUID().toString(), event.type(), 1, TOPIC, again,
                    event.sequence(), "", envelope, event.data());
            Reception done = VertxContextSupport.subscribeAndAwait(() -> transactions.inScope(DataScope.system(),
                    () -> History.own(table, histories).dispatch(received)));
            assertEquals(Reception.APPLIED, done);
        }
    }

    private void nothingIsToldAgainAndTheLedgerSaysTheSame() {
        assertTrue(moved(fund.id).size() > 2);
        assertEquals(moved(fund.id), moved(again));
        assertEquals(0, db().number("select count(*) from outbox_sequence where key = ?", again));
    }

    private static List<String> moved(String dossier) {
        return db().rows("select e.cause, e.effective_on, p.account, p.amount_cents from ledger_entry e"
                + " join ledger_posting p on p.entry_id = e.id where e.dossier_id = ?::uuid order by 1, 2, 3, 4",
                dossier);
    }

    private static List<String> states(String dossier, String table) {
        return db().rows("select tenant, status, document - 'about' from " + table + " where starts_with(key, ?)",
                dossier);
    }
}
