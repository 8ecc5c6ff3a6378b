package fr.microcredit.bank.file.messaging;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.bank.file.FollowFile;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.BankFile.Answer;
import fr.microcredit.bank.file.domain.BankFile.Meeting;
import fr.microcredit.bank.file.domain.Condition;
import fr.microcredit.bank.file.domain.FileTerms;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.event.TopicOrder;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Reception;
import fr.microcredit.kit.reception.Subscriptions;

/** Files, identities, meetings and guarantors' answers. */
@ApplicationScoped
class FileEvents implements EventHandlers {
    private static final String EXPIRED = "expired";

    private final FollowFile follow;

    FileEvents(FollowFile follow) {
        this.follow = follow;
    }

    record Transmitted(int revision, String purpose, FileTerms.Frozen terms, List<Condition> conditions) {
    }

    record Disclosed(JsonNode applicant, JsonNode declaredForm) {
    }

    record Met(int round, int revision, Optional<Boolean> changed) {
    }

    record Answered(int round) {
    }

    record Released(int round, String reason) {
    }

    @Override
    public void register(Subscriptions to) {
        to.from("dossier").on("transmitted", Transmitted.class, this::transmitted).whenReady("withdrawal-asked",
                event -> follow.withdrawalAsked(event.about(), event.on()));
        to.fromRestricted("identity", TopicOrder.LATEST)
                .on("disclosed", Disclosed.class,
                        (event, data) -> follow.disclosed(event.about(), new Verbatim(event.data().toString())))
                .erased(event -> follow.erased(event.dossierId()));
        to.from("commission").whenReady("concertation-held", Met.class, this::met)
                .whenReady("concertation-waived", Met.class, this::met);
        Subscriptions.From guarantee = to.from("guarantee");
        guarantors(guarantee, "reserved", Answer.GRANTED);
        guarantors(guarantee, "declined", Answer.DECLINED);
        guarantors(guarantee, EXPIRED, Answer.EXPIRED);
        envelope(guarantee, "subsidy-reserved", Answer.GRANTED);
        envelope(guarantee, "subsidy-declined", Answer.DECLINED);
        guarantee.whenReady("subsidy-released", Released.class, this::released);
    }

    private Uni<Void> transmitted(ReceivedEvent event, Transmitted data) {
        Verbatim document = new Verbatim(KitJson.write(event.data().path("terms")));
        return follow.received(BankFile.received(event.about(),
                new BankFile.Request(data.revision(), data.purpose(), FileTerms.of(data.terms(), document),
                        data.conditions()),
                event.on()));
    }

    private Uni<Reception> met(ReceivedEvent event, Met data) {
        return follow.met(event.about(),
                new Meeting(data.round(), data.revision(), data.changed().orElse(false), event.on()));
    }

    /** What runs out is lost; what is given back for another reason concerns a round or a loan that is over. */
    private Uni<Reception> released(ReceivedEvent event, Released data) {
        return data.reason().equals(EXPIRED)
                ? follow.envelope(event.about(), data.round(), Answer.EXPIRED, event.on())
                : Uni.createFrom().item(Reception.APPLIED);
    }

    private void guarantors(Subscriptions.From from, String name, Answer answer) {
        from.whenReady(name, Answered.class,
                (event, data) -> follow.guarantors(event.about(), data.round(), answer, event.on()));
    }

    private void envelope(Subscriptions.From from, String name, Answer answer) {
        from.whenReady(name, Answered.class,
                (event, data) -> follow.envelope(event.about(), data.round(), answer, event.on()));
    }
}
