package fr.microcredit.bank;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.TestTokens;

/** The papers of a file; what stands on them is read back from the PDF. */
@OnTestPlatform
class PaperJourneyTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String FILE = "file.pdf";
    private static final String TABLE = "amortisation-table.pdf";
    private static final String FIPEN = "fipen.pdf";

    private final Counter counter = new Counter(Counter.BANK);
    private final Transmitted file = new Transmitted(counter, Counter.BANK);

    @ParameterizedTest
    @ValueSource(strings = {FILE, TABLE, FIPEN})
    void aPaperIsTheSameToTheByteOnA4AndKeptNowhere(String paper) throws IOException {
        file.arrived("2012-07-01");
        byte[] first = counter.request().get(address(paper)).then().statusCode(200).contentType("application/pdf")
                .header("Cache-Control", "no-store").extract().asByteArray();
        assertArrayEquals(first, bytes(paper, Map.of()));
        try (PDDocument document = Loader.loadPDF(first)) {
            PDRectangle page = document.getPage(0).getMediaBox();
            assertEquals(PDRectangle.A4.getWidth(), page.getWidth(), 1);
            assertEquals(PDRectangle.A4.getHeight(), page.getHeight(), 1);
            assertEquals("fr", document.getDocumentCatalog().getLanguage());
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked(), "tagged");
        }
    }

    @Test
    void twoYearsOfInstalmentsStandOnOnePage() throws IOException {
        file.arrived("2012-07-01");
        try (PDDocument document = Loader.loadPDF(bytes(TABLE, Map.of("firstDueOn", "2012-08-31")))) {
            assertEquals(1, document.getNumberOfPages());
        }
    }

    @Test
    void theFileShowsWhoAsksWhateverTheNameIsMadeOf() {
        file.of("Zoé", "Müller <& Fils> d'Été-Łódź").arrived("2012-07-01");
        Await.until(LIMIT, () -> "the identity is here", () -> counter.file(file.id).path("identity") != null);
        holds(text(FILE, Map.of()), "Zoé Müller <& Fils> d'Été-Łódź", "4 mai 1980", "1 rue des Exemples, 21000 Dijon",
                file.id, "avis de la banque à donner, depuis le 1er juillet 2012", "DIJ-2008-0042",
                "paiement direct au fournisseur (à remplir) ; assurance du véhicule (remplie)",
                "Fonds de cohésion sociale, 50 %", "3 000,00 € sur 24 mois", "salaires", "800,00 €");
    }

    /** Since 2011-05-01 the bank owes its borrower a word within seven days (domain.md section 5). */
    @Test
    void theFileShowsWhatTheBankHasToldItsBorrower() {
        file.arrived("2012-07-01").accepted("2012-07-02");
        assertFalse(text(FILE, Map.of()).contains("Agrément"));
        counter.act(file.id, "contract", Map.of("signedOn", "2012-07-10", "firstDueOn", "2012-09-05")).then()
                .statusCode(200);
        holds(text(FILE, Map.of()), "Agrément de la banque attendu jusqu'au 17 juillet 2012",
                "Contrat signé le 10 juillet 2012, première échéance le 5 septembre 2012");
        counter.act(file.id, "agreement", Map.of("agreedOn", "2012-07-12")).then().statusCode(200);
        holds(text(FILE, Map.of()), "Agrément de la banque donné à l'emprunteur le 12 juillet 2012");
    }

    @Test
    void withoutAnIdentityTheFileSaysSo() {
        file.arrived("2012-07-01");
        holds(text(FILE, Map.of()), "L'identité n'est pas encore arrivée ou a été effacée.");
    }

    /** 23 x 126.31 + 126.22 = 3,031.35; subsidy 108.07 (domain.md A.7). */
    @Test
    void thePreContractInformationHasTheFiguresOfTheEngine() {
        file.of("Camille", "Exemple").arrived("2012-07-01");
        String text = text(FIPEN, Map.of("firstDueOn", "2012-08-31"));
        holds(text, "cm-dijon", "23 échéances mensuelles de 126,31 €, puis une dernière de 126,22 €",
                "la première est due le 31 août 2012", "3 031,35 €, soit 3 000,00 € de capital et 31,35 € d'intérêts",
                "1,00 % par an, fixe", "un TAEG de 1,00 %", "L'organisme verse au prêteur 108,07 €",
                "14 jours calendaires", "article L312-19", "sans indemnité", "à compléter par le prêteur");
        assertFalse(text.contains("Camille"), "no name");
    }

    /** domain.md section 5: contracts before 2011-05-01 know no sheet; from 2026-11-20 on it has a warning. */
    @Test
    void theSheetIsThatOfTheLawOfTheContractsDay() {
        file.arrived("2011-04-30");
        counter.request().get(address(FIPEN)).then().statusCode(409).body("code", equalTo("no-standard-sheet"));
        counter.request().get(address(TABLE)).then().statusCode(200);
        holds(text(FIPEN, Map.of("signedOn", "2011-05-02")), "14 jours calendaires", "DIJ-2008-0042");
        file.accepted("2011-05-01");
        String first = text(FIPEN, Map.of());
        holds(first, "14 jours calendaires", "par leur numéro d'après le 1er juillet 2016");
        assertFalse(first.contains("Attention !"));
        assertFalse(first.contains("2025-880"));
    }

    @Test
    void fromTheReformOnTheSheetWarnsAndSaysWhatIsOpen() {
        file.arrived("2026-11-20");
        String reformed = text(FIPEN, Map.of());
        holds(reformed, "Attention ! Un crédit coûte de l'argent et doit être remboursé !", "ordonnance 2025-880",
                "à vérifier par le prêteur", "Expresse", "14 jours calendaires", "23 échéances mensuelles de 126,31 €");
        assertFalse(reformed.contains("1er juillet 2016"));
    }

    @Test
    void theTableHasEveryInstalmentAndTheDatesOfTheContract() {
        file.arrived("2008-07-01").accepted("2008-07-02");
        String undated = text(TABLE, Map.of());
        holds(undated, "Les dates sont fixées à la signature", "24 126,22 € 0,11 € 126,11 € 0,00 € 4,57 €",
                "Total 3 031,35 € 31,35 € 3 000,00 € 108,07 €");
        counter.act(file.id, "contract", Map.of("signedOn", "2008-07-10", "firstDueOn", "2008-09-05")).then()
                .statusCode(200);
        holds(text(TABLE, Map.of("firstDueOn", "2008-08-31")),
                "1 5 septembre 2008 126,31 € 2,50 € 123,81 € 2 876,19 € 4,50 €", "24 5 août 2010 126,22 €");
    }

    @ParameterizedTest
    @ValueSource(strings = {FILE, TABLE, FIPEN})
    void nobodyElseReadsThem(String paper) {
        file.arrived("2012-07-01");
        new Counter("ce-poitou").request().get(address(paper)).then().statusCode(404).body("code",
                equalTo("not-found"));
        given().auth().oauth2(TestTokens.office("ccas-dijon", Roles.OFFICE_AGENT)).get(address(paper)).then()
                .statusCode(403);
        given().get(address(paper)).then().statusCode(401);
    }

    private static void holds(String text, String... passages) {
        assertEquals(List.of(), List.of(passages).stream().filter(each -> !text.contains(each)).toList(), text);
    }

    private String address(String paper) {
        return "/files/" + file.id + "/" + paper;
    }

    private byte[] bytes(String paper, Map<String, Object> parameters) {
        return counter.request().queryParams(parameters).get(address(paper)).then().statusCode(200).extract()
                .asByteArray();
    }

    /** With plain blanks, however the lines break and whatever stands between the thousands. */
    private String text(String paper, Map<String, Object> parameters) {
        try (PDDocument document = Loader.loadPDF(bytes(paper, parameters))) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00A0\\u202F]+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
