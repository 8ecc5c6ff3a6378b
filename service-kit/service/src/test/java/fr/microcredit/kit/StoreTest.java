package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.sample.Note;
import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Transactions;
import fr.microcredit.kit.tenancy.UnitOfWork;
import fr.microcredit.kit.testing.TestTokens;

/** What a transaction has only looked at may be another's by the time it locks it. */
@OnTestPlatform
class StoreTest {
    private static final String OFFICE = "ccas-store";
    private static final String TOKEN = TestTokens.office(OFFICE, Roles.OFFICE_AGENT);

    @Inject
    Transactions transactions;
    @Inject
    Store<Note> notes;

    @Test
    void whatIsLockedAfterALookIsTheNewestAndKeepsWhatOthersWrote() throws Throwable {
        String id = add();
        Kept<Note> seen = changeAfter(() -> notes.find(id), id);
        assertEquals(1, seen.version());
        assertBoth(id);
    }

    @Test
    void whatIsLockedAfterItStoodInAListIsTheNewest() throws Throwable {
        String id = add();
        Store.Filter filter = new Store.Filter(OFFICE, Optional.empty(), Optional.empty(), 200);
        Kept<Note> seen = changeAfter(() -> notes.page(filter), id);
        assertEquals(1, seen.version());
        assertBoth(id);
    }

    @Test
    void whatIsHeldStaysHeldThoughItIsLookedAtAgain() throws Throwable {
        String id = add();
        VertxContextSupport.subscribeAndAwait(() -> transactions.inScope(DataScope.ofTenant(OFFICE),
                () -> notes.locked(id).chain(kept -> notes.save(with(kept.get().state(), "changed")))
                        .chain(kept -> notes.find(id))
                        .invoke(found -> assertEquals("changed", found.get().state().text()))
                        .chain(found -> notes.save(with(found.get().state(), found.get().state().text() + " twice")))));
        given().auth().oauth2(TOKEN).get("/notes/" + id).then().header("ETag", "\"2\"")
                .body("text", equalTo("changed twice"));
    }

    /** As in a batch: what is asked for meanwhile is seen, and all of it is there afterwards. */
    @Test
    void whatChangesForManyIsWrittenTogether() throws Throwable {
        String id = add();
        Store.Filter filter = new Store.Filter(OFFICE, Optional.empty(), Optional.empty(), 200);
        String fresh = VertxContextSupport.subscribeAndAwait(() -> transactions.inScope(DataScope.ofTenant(OFFICE),
                () -> forMany(id).chain(() -> notes.locked(id))
                        .chain(kept -> notes.save(with(kept.get().state(), "once")))
                        .chain(kept -> notes.save(with(kept.state(), kept.state().text() + " and twice")))
                        .chain(kept -> notes.add(another(kept.state())))
                        .chain(kept -> notes.save(with(kept.state(), "new and changed")))
                        .chain(kept -> notes.page(filter).map(StoreTest::texts)
                                .invoke(texts -> assertTrue(
                                        texts.containsAll(List.of("once and twice", "new and changed"))))
                                .chain(() -> notes.find(id))
                                .invoke(found -> assertEquals("once and twice", found.get().state().text()))
                                .replaceWith(kept.key()))));
        given().auth().oauth2(TOKEN).get("/notes/" + id).then().header("ETag", "\"2\"").body("text",
                equalTo("once and twice"));
        given().auth().oauth2(TOKEN).get("/notes/" + fresh).then().header("ETag", "\"1\"").body("text",
                equalTo("new and changed"));
    }

    @Test
    void whatIsGoneIsNotWrittenForManyWithoutAWord() {
        String id = add();
        assertThrows(RuntimeException.class,
                () -> VertxContextSupport.subscribeAndAwait(() -> transactions.inScope(DataScope.ofTenant(OFFICE),
                        () -> forMany(id).chain(() -> notes.locked(id)).call(
                                () -> Sql.of("delete from note where key = :key").with("key", id).update())
                                .chain(kept -> notes.save(with(kept.get().state(), "once"))))));
        given().auth().oauth2(TOKEN).get("/notes/" + id).then().header("ETag", "\"0\"").body("text", equalTo("first"));
    }

    /** PostgreSQL answers the commit with a rollback and says no word of it. */
    @Test
    void whatHasFailedIsNoSuccessThoughItWasPassedOver() throws Throwable {
        String id = add();
        assertThrows(RuntimeException.class, () -> VertxContextSupport
                .subscribeAndAwait(() -> transactions.inScope(DataScope.ofTenant(OFFICE), () -> notes.locked(id)
                        .chain(kept -> notes.save(with(kept.get().state(), "lost")))
                        .chain(kept -> Sql.of("select 1 / 0 as never").list(row -> kept).onFailure()
                                .recoverWithItem(List.of())))));
        given().auth().oauth2(TOKEN).get("/notes/" + id).then().header("ETag", "\"0\"").body("text", equalTo("first"));
    }

    /** The driver refuses a number for a text, and PostgreSQL knows nothing of that when the commit comes. */
    @Test
    void whatTheDriverRefusesKeepsNothing() {
        String id = add();
        for (int time = 0; time < 2; time++) {
            assertThrows(RuntimeException.class, () -> changing(id, "half", kept -> Sql
                    .of("update note set status = :status where key = :key").with("status", 7).with("key", id)
                    .ahead()));
        }
        given().auth().oauth2(TOKEN).get("/notes/" + id).then().header("ETag", "\"0\"").body("text", equalTo("first"));
    }

    /** Nobody waits for the other answer any more, and the transaction goes on. */
    @Test
    void whatWasAskedBesideAFailureDoesNoHarm() throws Throwable {
        String id = add();
        changing(id, "kept", kept -> Beside
                .of(asked("select 1 as one", "two"), asked("select pg_sleep(0.05), 1 as one", "one"), (one, two) -> one)
                .onFailure().recoverWithItem(List.of()).replaceWithVoid());
        given().auth().oauth2(TOKEN).get("/notes/" + id).then().header("ETag", "\"1\"").body("text", equalTo("kept"));
        assertThrows(RuntimeException.class, () -> changing(id, "lost", kept -> Beside
                .of(asked("select 1 as one", "two"), asked("select pg_sleep(0.05), 1 / 0 as one", "one"),
                        (one, two) -> one)
                .onFailure().recoverWithItem(List.of()).replaceWithVoid()));
        given().auth().oauth2(TOKEN).get("/notes/" + id).then().header("ETag", "\"1\"").body("text", equalTo("kept"));
    }

    private static Uni<List<Integer>> asked(String question, String column) {
        return Sql.of(question).early(row -> row.integer(column)).chain(Function.identity());
    }

    private Kept<Note> changing(String id, String text, Function<Kept<Note>, Uni<Void>> then) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> transactions.inScope(DataScope.ofTenant(OFFICE),
                () -> notes.locked(id).chain(kept -> notes.save(with(kept.get().state(), text))).call(then::apply)));
    }

    @Test
    void whatWasNotLockedIsNotSavedAndNothingIsAddedTwice() {
        String id = add();
        assertThrows(IllegalStateException.class, () -> VertxContextSupport.subscribeAndAwait(
                () -> transactions.inScope(DataScope.ofTenant(OFFICE),
                        () -> notes.find(id).chain(kept -> notes.save(with(kept.get().state(), "never"))))));
        assertThrows(RuntimeException.class, () -> VertxContextSupport.subscribeAndAwait(
                () -> transactions.inScope(DataScope.ofTenant(OFFICE),
                        () -> notes.find(id).chain(kept -> notes.add(kept.get().state())))));
    }

    private static Uni<Void> forMany(String id) {
        UnitOfWork.current().expect(List.of(About.dossier(UUID.fromString(id), new UUID(0, 0), OFFICE)));
        return Uni.createFrom().voidItem();
    }

    private static List<String> texts(List<Kept<Note>> found) {
        return found.stream().map(kept -> kept.state().text()).toList();
    }

    /** Looks, lets another transaction write and commit, then locks, adds its own and commits; what it saw under its lock. */
    private Kept<Note> changeAfter(Supplier<Uni<?>> look, String id) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> transactions.inScope(DataScope.ofTenant(OFFICE),
                () -> look.get().chain(() -> elsewhere(() -> theirs(id))).chain(() -> notes.locked(id))
                        .map(Optional::get)
                        .call(kept -> notes.save(with(kept.state(), kept.state().text() + ", ours")))));
    }

    private static Uni<Void> elsewhere(Runnable work) {
        Context context = Vertx.currentContext();
        return Uni.createFrom().voidItem().emitOn(Infrastructure.getDefaultWorkerPool()).invoke(work)
                .emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private static void theirs(String id) {
        given().auth().oauth2(TOKEN).contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"0\"").body(Map.of("text", "theirs", "amountCents", 1)).put("/notes/" + id).then()
                .statusCode(200);
    }

    private static void assertBoth(String id) {
        given().auth().oauth2(TOKEN).get("/notes/" + id).then().statusCode(200).header("ETag", "\"2\"")
                .body("text", equalTo("theirs, ours"));
    }

    private static Note another(Note note) {
        return new Note(About.dossier(UUID.randomUUID(), note.about().personId(), OFFICE), "new", note.lastOn());
    }

    private static Note with(Note note, String text) {
        return new Note(note.about(), text, note.lastOn());
    }

    private static String add() {
        return given().auth().oauth2(TOKEN).contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("text", "first", "amountCents", 1)).post("/notes").then().statusCode(201).extract()
                .path("id");
    }
}
