package fr.microcredit.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.sample.OnTestPlatform;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;

/** What protects a service from clients that send too much, too slowly, or in two meanings at once. */
@OnTestPlatform
class AdmissionTest {
    private static final int AT_ONCE = 12;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TestHTTPResource("/")
    URL root;

    private static Response note(String token, String text) {
        return given().auth().oauth2(token).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString()).body(Map.of("text", text, "amountCents", 1))
                .post("/notes");
    }

    private static List<Response> atOnce(String token, String text) {
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<CompletableFuture<Response>> sent = IntStream.range(0, AT_ONCE)
                    .mapToObj(each -> CompletableFuture.supplyAsync(() -> note(token, text), callers)).toList();
            return sent.stream().map(CompletableFuture::join).toList();
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void aClientAboveItsRateIsToldWhenToComeBackAndNothingIsDone() {
        String text = "much " + UUID.randomUUID();
        String token = TestTokens.ofClient("slow-client", "ccas-rate", Roles.OFFICE_AGENT);
        List<Response> answers = atOnce(token, text);
        long done = answers.stream().filter(answer -> answer.statusCode() == 201).count();
        assertTrue(done >= 1 && done < answers.size(), () -> "Done: " + done);
        answers.stream().filter(answer -> answer.statusCode() != 201).forEach(answer -> answer.then().statusCode(429)
                .header("Retry-After", "1").body("code", equalTo("too-many-requests")));
        assertEquals(done, TestPlatform.running().db()
                .number("select count(*) from note where document ->> 'text' = ?", text));
        Await.until(LIMIT, () -> "it is let in again", () -> note(token, text).statusCode() == 201);
    }

    @Test
    void anotherOfficeOfTheSameClientAndAnotherClientAreNotHeldUp() {
        String token = TestTokens.ofClient("slow-client", "ccas-hurry", Roles.OFFICE_AGENT);
        assertTrue(atOnce(token, "hurry").stream().anyMatch(answer -> answer.statusCode() == 429));
        note(TestTokens.ofClient("slow-client", "ccas-calm", Roles.OFFICE_AGENT), "calm").then().statusCode(201);
        note(TestTokens.office("ccas-hurry", Roles.OFFICE_AGENT), "calm").then().statusCode(201);
    }

    /** 550 of one client are let in, 600 in all; who hangs up makes room. */
    @Test
    void aboveWhatCanBeAnsweredInTimeItIsSaidAtOnce() throws Exception {
        List<Socket> open = new ArrayList<>();
        try {
            String holding = TestTokens.office("ccas-holding", Roles.OFFICE_AGENT);
            Await.until(LIMIT, () -> "the client is full", () -> {
                hold(open, holding, 550);
                return note(holding, "one more").statusCode() == 429;
            });
            String other = TestTokens.office("ccas-other", Roles.OFFICE_AGENT);
            Await.until(LIMIT, () -> "the service is full", () -> {
                hold(open, holding, 550);
                hold(open, other, 50);
                return note(other, "one more").statusCode() == 503;
            });
            note(other, "one more").then().body("code", equalTo("busy")).header("Retry-After", "1");
        } finally {
            for (Socket each : open) {
                each.close();
            }
        }
        Await.until(LIMIT, () -> "there is room again", () -> note(TestTokens.office("ccas-holding",
                Roles.OFFICE_AGENT), "again").statusCode() == 201);
    }

    /** Opens so many; those before may have been ended for being half. */
    private void hold(List<Socket> open, String token, int number) throws IOException {
        for (int each = 0; each < number; each++) {
            open.add(halfANote(token));
        }
    }

    /** However steadily its head goes on, on a connection that is new and on one that was used before. */
    @Test
    void halfARequestIsEnded() throws Exception {
        String token = TestTokens.office("ccas-half", Roles.OFFICE_AGENT);
        String half = "GET /notes HTTP/1.1\r\nHost: here\r\nAccept: ";
        try (Socket body = halfANote(token);
                Socket head = sent(half);
                Socket dripping = sent(half);
                Socket used = sent("GET /q/health/live HTTP/1.1\r\nHost: here\r\n\r\n")) {
            assertEquals("HTTP/1.1 200 OK", statusOf(new BufferedReader(
                    new InputStreamReader(used.getInputStream(), StandardCharsets.US_ASCII))));
            used.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
            Await.until(LIMIT, () -> "both are ended", () -> isRefused(dripping) & isRefused(used));
            assertEnded(body);
            assertEnded(head);
        }
    }

    private static boolean isRefused(Socket dripping) {
        try {
            dripping.getOutputStream().write('x');
            return false;
        } catch (IOException ended) {
            return true;
        }
    }

    /** Its body had arrived, though nobody read it: nothing ends the connection on which other requests follow. */
    @Test
    void aConnectionInUseStaysOpenAfterARefusal() throws Exception {
        try (Socket socket = sent("POST /notes HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
                + "Content-Length: 2\r\n\r\n{}")) {
            BufferedReader answers = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertEquals("HTTP/1.1 401 Unauthorized", statusOf(answers));
            long past = System.nanoTime() + Duration.ofSeconds(23).toNanos();
            while (System.nanoTime() < past) {
                socket.getOutputStream().write("GET /q/health/live HTTP/1.1\r\nHost: here\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                assertEquals("HTTP/1.1 200 OK", statusOf(answers));
                Await.pause();
            }
        }
    }

    /** Answered before their bodies were read, as under overload, they are nothing that fills the memory. */
    @Test
    void whatWasRefusedIsForgotten() throws Exception {
        int many = 200;
        try (Socket socket = sent("")) {
            BufferedReader answers = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (int each = 0; each < many; each++) {
                socket.getOutputStream()
                        .write(("POST /notes HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
                                + SeenRequests.MARK + ": yes\r\nContent-Length: 2\r\n\r\n{}")
                                .getBytes(StandardCharsets.US_ASCII));
                assertEquals("HTTP/1.1 401 Unauthorized", statusOf(answers));
            }
            assertEquals(many, SeenRequests.all());
            Await.until(Duration.ofSeconds(10), () -> SeenRequests.kept() + " of " + many + " requests are still held",
                    () -> SeenRequests.kept() < 5);
        }
    }

    /** Reads on to the next status line. */
    private static String statusOf(BufferedReader answers) throws IOException {
        String line = answers.readLine();
        while (line != null && !line.contains("HTTP/1.1 ")) {
            line = answers.readLine();
        }
        return line == null ? "ended" : line.substring(line.indexOf("HTTP/1.1 "));
    }

    @ParameterizedTest
    @CsvSource({"400, Transfer-Encoding: xchunked", "400, Content-Length: 5 | Content-Length: 6",
            "411, Transfer-Encoding: chunked | Content-Length: 5",
            "411, Content-Length: 5 | Transfer-Encoding: chunked", "411, Transfer-Encoding: chunked"})
    void whatComesBehindABodyOfTwoLengthsIsNotTakenForARequest(int status, String headers) throws Exception {
        try (Socket socket = sent(
                "POST /notes HTTP/1.1\r\nHost: here\r\n" + headers.replace(" | ", "\r\n") + "\r\n\r\n0\r\n\r\n"
                        + "GET /q/health/live HTTP/1.1\r\nHost: here\r\n\r\n")) {
            String answer = untilEnd(socket);
            assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
            assertEquals(1, answer.split("HTTP/1.1 ", -1).length - 1, answer);
        }
    }

    private Socket halfANote(String token) throws IOException {
        return sent("POST /notes HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + UUID.randomUUID()
                + "\r\nContent-Length: 100\r\n\r\n{");
    }

    private Socket sent(String text) throws IOException {
        Socket socket = new Socket(root.getHost(), root.getPort());
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void assertEnded(Socket socket) throws IOException {
        try {
            untilEnd(socket);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (SocketException e) {
            // reset: ended too
        }
    }

    /** @throws SocketTimeoutException when the service leaves the connection open */
    private static String untilEnd(Socket socket) throws IOException {
        socket.setSoTimeout((int) LIMIT.toMillis());
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
