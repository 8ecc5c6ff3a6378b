package fr.microcredit.bank;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.restassured.specification.RequestSpecification;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;
import fr.microcredit.kit.testing.HandMadeToken;
import fr.microcredit.kit.testing.TestTokens;

/** Tokens that a bank's API refuses, each whole but for one thing. */
final class BadTokens {
    private static final String BANK = Counter.BANK;
    private static final String UNAUTHENTICATED = "unauthenticated";
    /** In 2001, and in 2099, before the end of a whole one. */
    private static final long LONG_AGO = 1_000_000_000;
    private static final long FAR_OFF = 4_100_000_000L;
    private static final int LONG_CHARACTERS = 12_000;

    private BadTokens() {
    }

    /**
     * @param name    what is wrong with it
     * @param bearing writes it into a request
     * @param status  it is answered with
     * @param code    of the problem
     */
    record Bad(String name, UnaryOperator<RequestSpecification> bearing, int status, String code) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** As the realm writes it for the bank's system. */
    static HandMadeToken whole() {
        return HandMadeToken.ofBank(BANK, Roles.BANK_CLIENT);
    }

    static Stream<Bad> all() {
        return Stream.of(times(), makers(), signatures(), contents(), shapes(), ways(), rights())
                .flatMap(List::stream);
    }

    private static List<Bad> times() {
        return List.of(unauthenticated("expired", whole().claim("exp", LONG_AGO).signed()),
                unauthenticated("without an end", whole().claim("exp", null).signed()),
                unauthenticated("not valid yet", whole().claim("nbf", FAR_OFF).signed()));
    }

    private static List<Bad> makers() {
        return List.of(
                unauthenticated("of another realm",
                        whole().claim("iss", "https://keycloak.test/realms/other").signed()),
                unauthenticated("of nobody", whole().claim("iss", null).signed()),
                unauthenticated("for another service", whole().claim("aud", "realm-management").signed()),
                unauthenticated("for no service", whole().claim("aud", null).signed()));
    }

    private static List<Bad> signatures() {
        String token = whole().signed();
        String[] parts = token.split("\\.");
        String promoted = encoded(decoded(parts[1]).replace(BANK, "ce-poitou"));
        return List.of(unauthenticated("signed by a stranger with the realm's key id", whole().signedByStranger()),
                unauthenticated("with a key nobody has", whole().header("kid", "of-yesterday").signed()),
                unauthenticated("without a signature, alg none", whole().unsigned()),
                unauthenticated("without a signature, alg as before", parts[0] + "." + parts[1] + "."),
                unauthenticated("HS256 with the public key as the secret", whole().signedWithThePublicKey()),
                unauthenticated("with the signature of another", parts[0] + "." + parts[1] + "."
                        + HandMadeToken.ofBank("ce-poitou", Roles.BANK_CLIENT).signed().split("\\.")[2]),
                unauthenticated("changed after it was signed", parts[0] + "." + promoted + "." + parts[2]),
                unauthenticated("with a header nobody understands but must", whole().header("crit", List.of("secret"))
                        .header("secret", true).signed()));
    }

    private static List<Bad> contents() {
        return List.of(unauthenticated("without a subject", whole().claim("sub", null).signed()),
                unauthenticated("with an empty subject", whole().claim("sub", "").signed()),
                unauthenticated("of no client", whole().claim("azp", null).signed()),
                unauthenticated("an ID token", whole().claim("typ", "ID").signed()),
                unauthenticated("a refresh token", whole().claim("typ", "Refresh").signed()),
                unauthenticated("of no kind", whole().claim("typ", null).signed()));
    }

    private static List<Bad> shapes() {
        String token = whole().signed();
        return List.of(unauthenticated("cut off", token.substring(0, token.length() / 2)),
                unauthenticated("with something behind it", token + ".x"),
                unauthenticated("long and nonsense", "A".repeat(LONG_CHARACTERS)),
                unauthenticated("empty", ""), header("no token at all", "Bearer"),
                header("two in one header", "Bearer " + token + ", Bearer " + token));
    }

    private static List<Bad> ways() {
        String token = whole().signed();
        String basic = Base64.getEncoder().encodeToString("bank-cm-dijon:secret".getBytes(StandardCharsets.UTF_8));
        return List.of(header("a secret instead", "Basic " + basic), header("as another scheme", "DPoP " + token),
                header("the bare token", token),
                new Bad("in the address", request -> request.queryParam("access_token", token), 401, UNAUTHENTICATED),
                new Bad("in a cookie", request -> request.cookie("access_token", token), 401, UNAUTHENTICATED),
                new Bad("in two headers", request -> request.header("Authorization", "Bearer " + token)
                        .header("Authorization", "Bearer " + TestTokens.office("ccas-dijon", Roles.OFFICE_AGENT)),
                        401, UNAUTHENTICATED));
    }

    private static List<Bad> rights() {
        return List.of(
                answered("an office's", TestTokens.office("ccas-dijon", Roles.OFFICE_MANAGER), 403, "forbidden"),
                answered("without a role", whole().claim("realm_access", null).signed(), 403, "forbidden"),
                answered("of a bank without a name", whole().claim("bank_id", null).signed(), 403, "tenant-missing"),
                answered("of a bank and of the Region", HandMadeToken.ofBank(BANK, Roles.BANK_CLIENT, Roles.OPERATOR)
                        .signed(), 403, "tenant-missing"),
                answered("without any scope", whole().claim("scope", null).signed(), 403, "insufficient-scope"),
                answered("with another scope only", whole().claim("scope", Scopes.LOANS_REPORT).signed(), 403,
                        "insufficient-scope"),
                answered("of another bank", HandMadeToken.ofBank("ce-poitou", Roles.BANK_CLIENT).signed(), 404,
                        "not-found"));
    }

    private static Bad unauthenticated(String name, String token) {
        return answered(name, token, 401, UNAUTHENTICATED);
    }

    private static Bad header(String name, String header) {
        return new Bad(name, request -> request.header("Authorization", header), 401, UNAUTHENTICATED);
    }

    private static Bad answered(String name, String token, int status, String code) {
        return new Bad(name, request -> request.header("Authorization", "Bearer " + token), status, code);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
