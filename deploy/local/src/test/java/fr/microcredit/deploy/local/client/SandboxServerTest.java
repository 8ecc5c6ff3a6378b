package fr.microcredit.deploy.local.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.microcredit.deploy.local.platform.PortPlan;

/** Nobody without a right holds up the sandbox's clock for the others. */
class SandboxServerTest {
    private static final int ANSWERED_MS = 10_000;
    private final PortPlan ports = PortPlan.anywhere();
    private SandboxServer server;

    @BeforeEach
    void start() throws IOException {
        server = new SandboxServer(ports);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Authorization: Bearer \u0001x\r\n", "Authorization: Bearer\r\n",
            "Authorization: Basic YWJj\r\n", "Authorization: Bearer a b\r\n"})
    void aTokenThatIsNoneIsRefusedAtOnce(String header) throws IOException {
        try (Socket socket = sent(
                "GET /business-date HTTP/1.1\r\nHost: here\r\nConnection: close\r\n" + header + "\r\n")) {
            String answer = answer(socket);
            assertTrue(answer.startsWith("HTTP/1.1 401") || answer.startsWith("HTTP/1.1 400"), answer);
        }
    }

    @Test
    void anUnfinishedBodyHoldsUpNobodyAndIsEnded() throws IOException {
        List<Socket> unfinished = new ArrayList<>();
        try {
            for (int number = 0; number < 3; number++) {
                unfinished.add(sent("POST /business-date HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer abc\r\n"
                        + "Content-Length: 100\r\n\r\n{"));
            }
            aTokenThatIsNoneIsRefusedAtOnce("");
            unfinished.get(0).setSoTimeout(60_000);
            assertEquals("", ended(unfinished.get(0)));
        } finally {
            for (Socket each : unfinished) {
                each.close();
            }
        }
    }

    private Socket sent(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports.sandbox());
        socket.setSoTimeout(ANSWERED_MS);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static String ended(Socket socket) throws IOException {
        try {
            return answer(socket);
        } catch (SocketException e) {
            return "";
        }
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
