package fr.microcredit.bank.file.messaging;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.bank.file.FollowFile;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.Condition;
import fr.microcredit.bank.file.domain.FileRequest;
import fr.microcredit.bank.file.domain.FileTerms;
import fr.microcredit.bank.file.domain.Meeting;
import fr.microcredit.bank.file.domain.Reply;
import fr.microcredit.bank.file.domain.Round.Answer;
import fr.microcredit.bank.file.domain.Shortfall;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.event.TopicOrder;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Reception;
import fr.microcredit.kit.reception.Subscriptions;

/** Files, identities, meetings and guarantors' answers. */
@ApplicationScoped
class FileEvents implements EventHandlers {
    private static final String EXPIRED = "expired";
    private static final String INELIGIBLE = "ineligible";

    private final FollowFile follow;

    FileEvents(FollowFile follow) {
        this.follow = follow;
    }

    record Transmitted(int revision, String fileNumber, String purpose, FileTerms.Frozen terms,
            List<Condition> conditions,
            List<Condition> fulfilled) {
    }

    record Fulfilled(List<Condition> fulfilled) {
    }

    record Disclosed(JsonNode applicant, JsonNode declaredForm) {
    }

    record Met(int round, int revision, Optional<Boolean> changed) {
    }

    record Answered(int round) {
    }

    record Released(int round, String reason) {
    }

    record Declined(int round, Money principal, List<Why> reasons) {
        record Why(String code, Optional<String> guarantor) {
        }

        Reply reply() {
            return new Reply(round, Answer.DECLINED, reasons.stream().map(why -> new Shortfall(
                    Shortfall.Of.GUARANTEE, why.code(), why.guarantor(), principal)).toList());
        }
    }

    record SubsidyDeclined(int round, Money amount, List<String> reasons) {
        Reply reply() {
            return new Reply(round, Answer.DECLINED, reasons.stream()
                    .map(code -> new Shortfall(Shortfall.Of.SUBSIDY, code, Optional.empty(), amount)).toList());
        }
    }

    record Closed(String outcome) {
    }

    @Override
    public void register(Subscriptions to) {
        to.from("dossier").on("transmitted", Transmitted.class, this::transmitted)
                .whenReady("withdrawal-asked", event -> follow.withdrawalAsked(event.about(), event.on()))
                .whenReady("closed", Closed.class, this::closed)
                .whenReady("conditions-fulfilled", Fulfilled.class, this::fulfilled)
                .whenReady("proposal-declined", Answered.class,
                        (event, data) -> follow.proposalDeclined(event.about(), data.round(), event.on()));
        to.fromRestricted("identity", TopicOrder.LATEST)
                .on("disclosed", Disclosed.class,
                        (event, data) -> follow.disclosed(event.about(), new Verbatim(event.data().toString())))
                .erased(event -> follow.erased(event.dossierId()));
        to.from("commission").whenReady("concertation-held", Met.class, this::met)
                .whenReady("concertation-waived", Met.class, this::met);
        Subscriptions.From guarantee = to.from("guarantee");
        guarantors(guarantee, "reserved", Answer.GRANTED);
        guarantors(guarantee, EXPIRED, Answer.EXPIRED);
        guarantee.whenReady("declined", Declined.class,
                (event, data) -> follow.guarantors(event.about(), data.reply(), event.on()))
                .whenReady("subsidy-reserved", Answered.class,
                        (event, data) -> follow.envelope(event.about(), Reply.of(data.round(), Answer.GRANTED),
                                event.on()))
                .whenReady("subsidy-declined", SubsidyDeclined.class,
                        (event, data) -> follow.envelope(event.about(), data.reply(), event.on()))
                .whenReady("subsidy-released", Released.class, this::released);
    }

    private Uni<Void> transmitted(ReceivedEvent event, Transmitted data) {
        Verbatim document = new Verbatim(KitJson.write(event.data().path("terms")));
        return follow.received(BankFile.received(event.about(),
                new FileRequest(data.revision(), data.fileNumber(), data.purpose(),
                        FileTerms.of(data.terms(), document),
                        data.conditions(), data.fulfilled()),
                event.on()));
    }

    /** What was ticked off before a bank has the request comes with it. */
    private Uni<Reception> fulfilled(ReceivedEvent event, Fulfilled data) {
        return event.about().bankId().isPresent()
                ? follow.fulfilled(event.about(), data.fulfilled(), event.on())
                : Uni.createFrom().item(Reception.APPLIED);
    }

    /** What is found not to fit while a bank has it is over there too, with what was reserved for it. */
    private Uni<Reception> closed(ReceivedEvent event, Closed data) {
        return data.outcome().equals(INELIGIBLE) && event.about().bankId().isPresent()
                ? follow.withdrawalAsked(event.about(), event.on())
                : Uni.createFrom().item(Reception.APPLIED);
    }

    private Uni<Reception> met(ReceivedEvent event, Met data) {
        return follow.met(event.about(),
                new Meeting(data.round(), data.revision(), data.changed().orElse(false), event.on()));
    }

    /** What runs out is lost; what is given back for another reason concerns a round or a loan that is over. */
    private Uni<Reception> released(ReceivedEvent event, Released data) {
        return data.reason().equals(EXPIRED)
                ? follow.envelope(event.about(), Reply.of(data.round(), Answer.EXPIRED), event.on())
                : Uni.createFrom().item(Reception.APPLIED);
    }

    private void guarantors(Subscriptions.From from, String name, Answer answer) {
        from.whenReady(name, Answered.class,
                (event, data) -> follow.guarantors(event.about(), Reply.of(data.round(), answer), event.on()));
    }
}
