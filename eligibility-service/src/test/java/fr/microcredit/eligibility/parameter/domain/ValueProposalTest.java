package fr.microcredit.eligibility.parameter.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Refused;

/** A national value is put up by one person and confirmed by another; every scheme of the region rests on it. */
class ValueProposalTest {
    private static final UUID ID = new UUID(0, 1);
    private static final LocalDate TODAY = LocalDate.of(2011, 3, 3);

    /** The RSA of 2011-01-01 was published on 2011-03-03 (domain.md 2.1): known late, held since. */
    private static DatedValue rsa(LocalDate to, LocalDate knownFrom) {
        return new DatedValue(ParameterName.RSA_MONTHLY, LocalDate.of(2011, 1, 1), Optional.ofNullable(to),
                new BigDecimal("466.99"), "Décret 2011-230", knownFrom, 0);
    }

    private static ValueProposal proposed() {
        return ((Decision.Accepted<ValueProposal, Void>) ValueProposal.propose(ID, rsa(null, TODAY), "one", TODAY))
                .state();
    }

    @ParameterizedTest(name = "until {0}, known from {1}: {2}")
    @CsvSource({", 2011-03-03, ''", ", 2011-03-02, ''", ", 2011-03-04, /knownFrom date-in-the-future",
            "2011-01-01, 2011-03-03, ''", "2010-12-31, 2011-03-03, /to ends-before-it-begins",
            "2011-12-31, 2011-03-03, ''"})
    void aValueHoldsForADayAndIsKnownByNow(LocalDate to, LocalDate knownFrom, String fault) {
        Decision<ValueProposal, Void> decision = ValueProposal.propose(ID, rsa(to, knownFrom), "one", TODAY);
        assertEquals(fault, told(decision));
        if (fault.isEmpty()) {
            assertEquals(new ValueProposal(ID, rsa(to, knownFrom), "one", TODAY, Optional.empty(), TODAY),
                    ((Decision.Accepted<ValueProposal, Void>) decision).state());
        }
    }

    @Test
    void whoHasPutItUpDoesNotConfirmIt() {
        assertEquals("second-person-needed", told(proposed().confirm("one", TODAY)).strip());
        assertEquals(ValueProposal.Status.PROPOSED, proposed().state());
    }

    @Test
    void anotherPersonConfirmsItOnce() {
        LocalDate next = TODAY.plusDays(1);
        ValueProposal confirmed = ((Decision.Accepted<ValueProposal, Void>) proposed().confirm("other", next)).state();
        assertEquals(new ValueProposal(ID, rsa(null, TODAY), "one", TODAY, Optional.of("other"), next), confirmed);
        assertEquals(ValueProposal.Status.CONFIRMED, confirmed.state());
        for (String anybody : List.of("one", "other", "third")) {
            assertEquals(Decision.unchanged(confirmed), confirmed.confirm(anybody, next.plusDays(1)));
        }
    }

    @Test
    void itIsFoundByItsIdentifierInTheRegion() {
        ValueProposal proposal = proposed();
        assertEquals("00000000-0000-0000-0000-000000000001", proposal.key());
        assertEquals("region", proposal.tenant());
        assertEquals("proposed", proposal.status());
        assertEquals(TODAY, proposal.day());
    }

    private static String told(Decision<ValueProposal, Void> decision) {
        return decision instanceof Refused<ValueProposal, Void> refused
                ? refused.reasons().get(0).pointer() + " " + refused.reasons().get(0).code()
                : "";
    }
}
