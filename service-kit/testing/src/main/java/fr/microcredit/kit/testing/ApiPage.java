package fr.microcredit.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.kit.json.KitJson;

/** The page that tells people the API, {@code docs/api.md}: every command, what must exist first, and the body itself. */
final class ApiPage {
    private static final Pattern COMMAND = Pattern.compile("#### `([A-Z]+ \\S+)`\n(.*?)(?=\n#)", Pattern.DOTALL);
    private static final Pattern BODY = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("\\]\\((\\S+\\.json)\\)");

    private final Path page = Workspace.root().resolve("docs/api.md");
    private final Map<String, String> commands = new LinkedHashMap<>();

    ApiPage() {
        Matcher command = COMMAND.matcher(text(page));
        while (command.find()) {
            commands.put(command.group(1), command.group(2));
        }
    }

    /** One line for each command of the document that the page does not tell, or tells otherwise. */
    List<String> lacks(JsonNode document) {
        List<String> lacks = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(each -> {
            String call = each.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
            if (each.getValue().has("operationId") && !call.startsWith("GET ")) {
                check(call, each.getValue().at("/requestBody/content/application~1json/example"), lacks);
            }
        }));
        return lacks;
    }

    private void check(String call, JsonNode example, List<String> lacks) {
        String told = commands.getOrDefault(call, "");
        if (!told.startsWith("First: ")) {
            lacks.add("docs/api.md does not say what must exist before " + call);
        }
        JsonNode body = body(told);
        if (!(example.isMissingNode() ? body.isMissingNode() : body.equals(example))) {
            lacks.add("docs/api.md has for " + call + " the body " + body + ", the description has " + example);
        }
    }

    private JsonNode body(String told) {
        Matcher body = BODY.matcher(told);
        if (body.find()) {
            return KitJson.tree(body.group(1));
        }
        Matcher file = FILE.matcher(told);
        return file.find() ? KitJson.tree(text(page.resolveSibling(file.group(1)))) : KitJson.tree("{}").path("none");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
