package fr.microcredit.intake.dossier.messaging;

import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.intake.dossier.DossierPublisher;
import fr.microcredit.intake.dossier.domain.Applicant;
import fr.microcredit.intake.dossier.domain.Bands;
import fr.microcredit.intake.dossier.domain.Budget;
import fr.microcredit.intake.dossier.domain.Dossier;
import fr.microcredit.intake.dossier.domain.DossierEvent;
import fr.microcredit.intake.dossier.domain.Household;
import fr.microcredit.intake.dossier.domain.LoanRequest;
import fr.microcredit.kit.event.OutgoingEvent;
import fr.microcredit.kit.event.WireJson;
import fr.microcredit.kit.outbox.Outbox;

/** Puts a dossier's events into the outbox. The applicant's name goes into the identity event only. */
@ApplicationScoped
class DossierEventWriter implements DossierPublisher {
    private static final String PREFIX = "fr.microcredit.";

    private final Outbox outbox;

    DossierEventWriter(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> publish(List<DossierEvent> events, Applicant applicant) {
        return outbox.append(events.stream().map(event -> outgoing(event, applicant)).toList());
    }

    private static OutgoingEvent outgoing(DossierEvent event, Applicant applicant) {
        if (event instanceof DossierEvent.Opened opened) {
            Dossier d = opened.dossier();
            return of("dossier.opened", d, new DossierWire.Opened(d.id(), d.officeId(), d.personId(), opened.on()));
        }
        if (event instanceof DossierEvent.SituationDeclared declared) {
            return of("situation.declared", declared.dossier(), situation(declared));
        }
        if (event instanceof DossierEvent.Submitted submitted) {
            return of("dossier.submitted", submitted.dossier(), submitted(submitted));
        }
        if (event instanceof DossierEvent.Amended amended) {
            return of("dossier.amended", amended.dossier(), amended(amended));
        }
        if (event instanceof DossierEvent.IdentityDisclosed disclosed) {
            return of("identity.disclosed", disclosed.dossier(), identity(disclosed, applicant));
        }
        return outgoingEnd(event);
    }

    private static OutgoingEvent outgoingEnd(DossierEvent event) {
        Dossier d = event.dossier();
        if (event instanceof DossierEvent.Transmitted sent) {
            return of("dossier.transmitted", d, new DossierWire.Transmitted(d.id(), d.officeId(), d.request().bankId(),
                    d.personId(), sent.on(), d.revision(), d.request().purpose().code(), terms(d)));
        }
        if (event instanceof DossierEvent.Withdrawn gone) {
            return of("dossier.withdrawn", d,
                    new DossierWire.Withdrawn(d.id(), d.officeId(), d.personId(), gone.on(), gone.reason()));
        }
        DossierEvent.Closed closed = (DossierEvent.Closed) event;
        return of("dossier.closed", d,
                new DossierWire.Closed(d.id(), d.officeId(), d.personId(), closed.on(), closed.outcome()));
    }

    private static OutgoingEvent of(String name, Dossier dossier, Object data) {
        return new OutgoingEvent(PREFIX + name, dossier.id().toString(), data);
    }

    private static DossierWire.Submitted submitted(DossierEvent.Submitted event) {
        Dossier d = event.dossier();
        LoanRequest asked = d.request();
        Bands bands = event.bands();
        return new DossierWire.Submitted(d.id(), d.officeId(), d.personId(), event.on(), d.revision(),
                d.situationRevision(), asked.schemeId(), asked.bankId(), asked.purpose().code(), asked.ground().code(),
                asked.amount().cents(), asked.months(),
                new DossierWire.Bands(bands.age(), bands.income(), bands.household()));
    }

    private static DossierWire.Amended amended(DossierEvent.Amended event) {
        Dossier d = event.dossier();
        LoanRequest asked = d.request();
        return new DossierWire.Amended(d.id(), d.officeId(), d.personId(), event.on(), d.revision(),
                d.situationRevision(), asked.schemeId(), asked.bankId(), asked.purpose().code(), asked.ground().code(),
                asked.amount().cents(), asked.months(), "concertation");
    }

    private static DossierWire.Situation situation(DossierEvent.SituationDeclared event) {
        Dossier d = event.dossier();
        Household household = d.content().household().orElseThrow();
        Budget budget = d.content().budget().orElseThrow();
        return new DossierWire.Situation(d.id(), d.officeId(), d.personId(), event.on(), d.situationRevision(),
                household.commune(), household.personsFrom14(event.on()), household.personsUnder14(event.on()),
                household.isLoneParent(), budget.totalResources().cents(), budget.totalCharges().cents(),
                budget.loanInstalments().cents(), budget.existingDebt().cents(), budget.overIndebted(),
                household.residenceMonths(event.on()));
    }

    private static DossierWire.Identity identity(DossierEvent.IdentityDisclosed event, Applicant who) {
        Dossier d = event.dossier();
        return new DossierWire.Identity(d.id(), d.officeId(), d.request().bankId(), d.personId(), event.on(),
                new DossierWire.Person(who.familyName(), who.givenNames(), who.birthDate(), who.street(),
                        who.postalCode(), who.city(), who.phone(), who.email()),
                declared(d.content().budget().orElseThrow()), d.content().consents().transmission().orElseThrow());
    }

    /** Without the mark of over-indebtedness: a filing is told to no bank (Code de la consommation, L721-3). */
    private static DossierWire.DeclaredForm declared(Budget budget) {
        return new DossierWire.DeclaredForm(lines(budget.resources()), lines(budget.charges()), budget.loans().stream()
                .map(loan -> new DossierWire.Loan(loan.monthly().cents(), loan.outstanding().cents())).toList());
    }

    private static List<DossierWire.Line> lines(List<Budget.Line> lines) {
        return lines.stream().map(line -> new DossierWire.Line(line.kind(), line.monthly().cents())).toList();
    }

    private static JsonNode terms(Dossier dossier) {
        try {
            return WireJson.MAPPER.readTree(dossier.terms().orElseThrow());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
