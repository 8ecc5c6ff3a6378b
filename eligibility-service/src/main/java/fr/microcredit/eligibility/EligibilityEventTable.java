package fr.microcredit.eligibility;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.eligibility.assessment.domain.AssessmentEvent;
import fr.microcredit.eligibility.directory.domain.AccompanyingBody;
import fr.microcredit.eligibility.directory.domain.Bank;
import fr.microcredit.eligibility.directory.domain.Convention;
import fr.microcredit.eligibility.directory.domain.Entry;
import fr.microcredit.eligibility.scheme.domain.SchemePublished;
import fr.microcredit.kit.event.EventTable;
import fr.microcredit.kit.event.PublishedEvents;

/** Every event of this service, one line each. */
@ApplicationScoped
class EligibilityEventTable implements PublishedEvents {
    @Override
    public void list(EventTable table) {
        table.completeFor(AssessmentEvent.class, Entry.class).topic("eligibility")
                .on(AssessmentEvent.Assessed.class, "assessed")
                .on(AssessmentEvent.Judged.class, "judged")
                .on(AssessmentEvent.Overridden.class, "overridden")
                .on(AssessmentEvent.Confirmed.class, "confirmed")
                .topic("scheme").on(SchemePublished.class, "published")
                .topic("directory").on(AccompanyingBody.class, "accompanying-body-published")
                .on(Bank.class, "bank-published").on(Convention.class, "convention-published");
    }
}
