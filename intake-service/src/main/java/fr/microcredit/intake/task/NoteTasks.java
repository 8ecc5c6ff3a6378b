package fr.microcredit.intake.task;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.timeline.Timeline;
import fr.microcredit.intake.timeline.Timeline.Late;
import fr.microcredit.kit.dayend.DayEndJob;

/** At the end of the last day in time a dossier's timeline says that its bank has not answered; nothing else follows. */
@ApplicationScoped
public class NoteTasks implements DayEndJob {
    private final ReadTasks tasks;
    private final Timeline timeline;

    NoteTasks(ReadTasks tasks, Timeline timeline) {
        this.tasks = tasks;
        this.timeline = timeline;
    }

    @Override
    public String name() {
        return "bank-silence";
    }

    @Override
    public Uni<Optional<LocalDate>> nextDue(LocalDate from, LocalDate to) {
        return fresh(to).map(found -> found.stream().map(Task::inTimeOn).map(day -> day.isBefore(from) ? from : day)
                .min(Comparator.naturalOrder()));
    }

    @Override
    public Uni<Integer> run(LocalDate day) {
        return fresh(day).invoke(found -> found.forEach(task -> timeline.late(late(task), day))).map(List::size);
    }

    /** Late at the end of the day, and not said yet. */
    private Uni<List<Task>> fresh(LocalDate day) {
        return tasks.everywhere(day).map(all -> all.stream().filter(task -> !task.inTimeOn().isAfter(day)).toList())
                .chain(late -> late.isEmpty()
                        ? Uni.createFrom().item(late)
                        : timeline.said(late.stream().map(NoteTasks::late).toList()).map(said -> unsaid(late, said)));
    }

    private static List<Task> unsaid(List<Task> late, Set<Late> said) {
        return late.stream().filter(task -> !said.contains(late(task))).toList();
    }

    private static Late late(Task task) {
        return new Late(task.dossier().request().about(), task.about(), task.since());
    }
}
