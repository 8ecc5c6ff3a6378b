package fr.microcredit.intake.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.intake.timeline.Timeline.Entry;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.testing.Workspace;

/** What an agent reads of a dossier, in both languages. */
class WordsTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);
    private static final Pattern ACT = Pattern.compile("(?:commands\\.keep|return act)\\(\"([a-z-]+)\"");
    private static final List<String> TOPICS = List.of("eligibility", "commission", "bank", "guarantee");

    /** Every event of a dossier that its office is told, as its contract shows it. */
    @Test
    void everyEventHasASentence() throws IOException {
        List<Entry> entries = examples();
        assertTrue(entries.size() > 30, "only " + entries.size() + " examples");
        for (Locale language : LANGUAGES) {
            for (Entry entry : entries) {
                String sentence = Words.in(language).of(entry);
                assertFalse(sentence.equals(entry.type()), () -> language + ": " + entry);
            }
        }
    }

    /** Whatever an office can do on a dossier, by the names its resources give to the acts. */
    @Test
    void everyActHasASentence() throws IOException {
        Set<String> acts = new TreeSet<>();
        try (Stream<Path> resources = Files.list(Workspace.root()
                .resolve("intake-service/src/main/java/fr/microcredit/intake/dossier/rest"))) {
            for (Path resource : resources.toList()) {
                ACT.matcher(Files.readString(resource)).results().forEach(found -> acts.add(found.group(1)));
            }
        }
        assertTrue(acts.size() > 10, acts::toString);
        for (String language : List.of("fr", "en")) {
            Set<String> keys = ResourceBundle.getBundle("timeline_" + language).keySet();
            for (String act : acts) {
                String key = "dossier." + act.replaceFirst("^dossier-", "");
                assertTrue(keys.stream().anyMatch(each -> each.equals(key) || each.startsWith(key + ".")), act);
            }
        }
    }

    /** Whatever a list of such an event may hold. */
    @Test
    void everyCodeThatIsListedHasAName() throws IOException {
        for (String language : List.of("fr", "en")) {
            Set<String> keys = ResourceBundle.getBundle("timeline_" + language).keySet();
            for (JsonNode contract : told()) {
                for (String list : List.of("reasons", "missing", "conditions")) {
                    JsonNode items = contract.path("properties").path(list).path("items");
                    for (JsonNode code : items.path("properties").path("code").path("enum").isMissingNode()
                            ? items.path("enum")
                            : items.path("properties").path("code").path("enum")) {
                        assertTrue(keys.contains("value." + code.asText())
                                || keys.contains("value." + list + "." + code.asText()),
                                () -> language + ": " + list + " " + code);
                    }
                }
            }
        }
    }

    private static List<Entry> examples() throws IOException {
        List<Entry> entries = new ArrayList<>();
        told().forEach(contract -> contract.path("x-examples").forEach(example -> entries.add(entry(
                contract.path("title").asText().substring("fr.microcredit.".length()),
                example.path("data").toString()))));
        return entries;
    }

    private static List<JsonNode> told() throws IOException {
        List<JsonNode> told = new ArrayList<>();
        try (Stream<Path> services = Files.list(Workspace.root())) {
            for (Path contracts : services.map(each -> each.resolve("src/main/resources/contracts"))
                    .filter(Files::isDirectory).toList()) {
                try (Stream<Path> files = Files.list(contracts)) {
                    for (Path file : files.toList()) {
                        told.add(KitJson.tree(Files.readString(file)));
                    }
                }
            }
        }
        told.removeIf(contract -> !isTold(contract));
        return told;
    }

    private static boolean isTold(JsonNode contract) {
        return contract.path("x-key").asText().equals("dossierId")
                && TOPICS.contains(contract.path("x-topic").asText().replace("microcredit.", ""));
    }

    private static Entry entry(String type, String data) {
        return new Entry(LocalDate.of(2008, 9, 22), Instant.EPOCH, type, Optional.empty(), Optional.empty(),
                Optional.empty(), new Verbatim(data));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "commission.decided | {'decision':'approved','reasons':[],'conditions':['payment-to-supplier','other']} "
                    + "| La commission donne son accord, sous conditions : paiement direct au fournisseur, autre condition.",
            "commission.decided | {'decision':'adjourned','reasons':['other'],'missing':['quote']} "
                    + "| La commission ajourne sa décision ; il lui manque : devis.",
            "guarantee.declined | {'round':1,'reasons':[{'code':'capacity-exceeded','guarantor':'fcs'}]} "
                    + "| La garantie est refusée : fonds de garantie épuisé.",
            "bank.instalment-missed | {'number':7,'dueOn':'2009-05-05','amountCents':8408,'outstandingCents':90000} "
                    + "| Échéance 7 du 5 mai 2009 impayée : 84,08 €.",
            "dossier.amended | {'cause':'new-situation'} | La demande est modifiée : la situation a changé.",
            "dossier.items-received | {'items':['bank-statements']} | Reçu du demandeur : relevés bancaires.",
            "dossier.submitted | {'openElsewhereSince':'2008-06'} | La demande est déposée. Une autre demande de la même "
                    + "personne est ouverte dans un autre organisme depuis juin 2008.",
            "bank.holiday-granted | {} | bank.holiday-granted"})
    void aSentenceSaysWhatWasDecidedAndWhy(String type, String data, String sentence) {
        assertEquals(sentence, Words.in(Locale.FRENCH).of(entry(type, data.replace('\'', '"'))).replace('\u00a0', ' '));
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertEquals(ResourceBundle.getBundle("timeline_fr").keySet(),
                ResourceBundle.getBundle("timeline_en").keySet());
    }
}
