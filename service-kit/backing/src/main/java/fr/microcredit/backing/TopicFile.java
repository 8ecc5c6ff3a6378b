package fr.microcredit.backing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What {@code deploy/kafka/topics.json} says. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TopicFile(List<Topic> topics) {

    /** One topic: the only service that writes it, the services that read it, its settings. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Topic(String name, int partitions, String writer, List<String> readers, boolean restricted,
            Map<String, String> config) {
    }

    /** Dead letters of a reader: only that reader writes there. */
    public static String deadLetters(String topic, String reader) {
        return topic + "." + reader + ".dlq";
    }

    public static TopicFile read(Path file) throws IOException {
        return new ObjectMapper().readValue(file.toFile(), TopicFile.class);
    }
}
