package fr.microcredit.deploy.local.client;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import fr.microcredit.backing.Await;
import fr.microcredit.deploy.local.platform.Service;

/**
 * Moves the business date of the whole platform. Days without work at their end are passed over; after each day with work
 * it waits until every outbox is empty and every consumer has caught up, so that the next day begins on settled ground.
 */
public final class SandboxClock {
    private static final Duration SETTLE_LIMIT = Duration.ofSeconds(120);
    private static final String BUSINESS_DATE = "/sandbox/business-date";

    private final Api api;
    private final String operator;

    /** @param operator who moves the date */
    public SandboxClock(Api api, String operator) {
        this.api = api;
        this.operator = operator;
    }

    /** A service does not let this caller move the date. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        Refused(Answer answer) {
            super("The sandbox answers " + answer.status() + " " + answer.body());
            this.answer = answer;
        }

        /** What the service said. */
        public Answer answer() {
            return answer;
        }
    }

    private record Progress(boolean quiet, long read, long published) {
    }

    /** The earliest business date among the services. */
    public LocalDate today() {
        return services().map(service -> api.get(target(service, BUSINESS_DATE))).map(SandboxClock::ok)
                .map(answer -> LocalDate.parse(answer.text("today"))).min(Comparator.naturalOrder()).orElseThrow();
    }

    /**
     * Returns when the date is {@code to}, day-end jobs have run and everything has settled.
     *
     * @throws Refused at once when this caller may not move the date
     */
    public void moveTo(LocalDate to) {
        LocalDate today = today();
        awaitSettled();
        while (today.isBefore(to)) {
            LocalDate next = nextWork(to).map(day -> day.plusDays(1)).orElse(to);
            services().forEach(service -> move(service, next));
            awaitSettled();
            today = next;
        }
    }

    private Optional<LocalDate> nextWork(LocalDate until) {
        return services().map(service -> api.get(target(service, BUSINESS_DATE + "?until=" + until)))
                .map(SandboxClock::ok).map(answer -> answer.body().path("nextWork")).filter(day -> day.isTextual())
                .map(day -> LocalDate.parse(day.asText())).min(Comparator.naturalOrder());
    }

    private void move(Service service, LocalDate to) {
        LocalDate own = LocalDate.parse(ok(api.get(target(service, BUSINESS_DATE))).text("today"));
        if (own.isBefore(to)) {
            ok(api.post(target(service, BUSINESS_DATE), Map.of("to", to.toString())));
        }
    }

    /** Two rounds over all services that find everything quiet and nothing moved in between. */
    public void awaitSettled() {
        Progress[] before = {null};
        Await.until(SETTLE_LIMIT, () -> "the platform has settled; last " + before[0], () -> {
            Progress now = progress();
            boolean settled = now.quiet() && now.equals(before[0]);
            before[0] = now;
            return settled;
        });
    }

    private Progress progress() {
        boolean quiet = true;
        long read = 0;
        long published = 0;
        for (Service service : Service.values()) {
            Answer answer = ok(api.get(target(service, "/sandbox/quietness")));
            quiet &= answer.body().path("quiet").asBoolean();
            read += answer.number("read");
            published += answer.number("published");
        }
        return new Progress(quiet, read, published);
    }

    private static Stream<Service> services() {
        return Stream.of(Service.values());
    }

    private Api.Target target(Service service, String path) {
        return new Api.Target(operator, service, path);
    }

    private static Answer ok(Answer answer) {
        if (!answer.isOk()) {
            throw new Refused(answer);
        }
        return answer;
    }
}
