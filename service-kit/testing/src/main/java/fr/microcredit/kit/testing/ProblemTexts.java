package fr.microcredit.kit.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whoever is refused is told why in words: every code that the sources name has its text in French and in English. */
public final class ProblemTexts {
    /** {@code Reason.conflict("code"} and {@code Reason.invalid(pointer, "code"}, also behind a helper named after refusing. */
    private static final Pattern CODE = Pattern.compile(
            "(?:Reason\\.conflict\\(|(?:Reason\\.invalid|refused)\\([^,;{}]+,)\\s*\"([a-z]+(?:-[a-z0-9]+)+)\"");
    private static final Pattern DECLARED = Pattern.compile("@Refuses\\([^)]*\\)");
    private static final List<String> LANGUAGES = List.of("fr", "en");

    private ProblemTexts() {
    }

    /** The codes without a text, by language. */
    public static List<String> missing(String module) throws IOException {
        List<String> missing = new ArrayList<>();
        for (String language : LANGUAGES) {
            Set<String> known = known(language);
            codes(Workspace.root().resolve(module).resolve("src/main/java")).stream()
                    .filter(code -> !known.contains("violation." + code) && !known.contains(code + ".detail"))
                    .forEach(code -> missing.add(language + " " + code));
        }
        return missing;
    }

    /** The problems of the trade: a title is what a problem has and the fault of a field has not. */
    static Set<String> titled() {
        String title = ".title";
        return LANGUAGES.stream().flatMap(language -> ofTheService(language).stream())
                .filter(key -> key.endsWith(title)).map(key -> key.substring(0, key.length() - title.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Problems that operations declare and that nothing in the service's code or the kit's can give. */
    public static List<String> neverGiven(String module) throws IOException {
        StringBuilder code = new StringBuilder();
        for (String root : List.of(module, "service-kit")) {
            try (Stream<Path> files = Files.walk(Workspace.root().resolve(root))) {
                for (Path file : files.filter(each -> each.toString().contains("src/main/java"))
                        .filter(each -> each.toString().endsWith(".java")).toList()) {
                    code.append(DECLARED.matcher(Files.readString(file)).replaceAll(""));
                }
            }
        }
        return titled().stream().filter(each -> code.indexOf('"' + each + '"') < 0).toList();
    }

    private static Set<String> codes(Path sources) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher found = CODE.matcher(Files.readString(file));
                while (found.find()) {
                    codes.add(found.group(1));
                }
            }
        }
        return codes;
    }

    private static Set<String> known(String language) {
        Set<String> known = new TreeSet<>(ofTheService(language));
        known.addAll(ResourceBundle.getBundle("kit-problems_" + language).keySet());
        return known;
    }

    /** A service without problems of its own has no bundle. */
    private static Set<String> ofTheService(String language) {
        String bundle = "problems_" + language;
        return ProblemTexts.class.getClassLoader().getResource(bundle + ".properties") == null
                ? Set.of()
                : ResourceBundle.getBundle(bundle).keySet();
    }
}
