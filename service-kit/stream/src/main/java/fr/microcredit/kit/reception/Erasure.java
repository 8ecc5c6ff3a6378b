package fr.microcredit.kit.reception;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.event.ReceivedEvent;

/** What a tombstone does besides its effect: nothing of its key waits any more, in the parking lot or for an operator. */
@ApplicationScoped
class Erasure {
    private final ParkingLot parking;
    private final DeadLetters letters;

    Erasure(ParkingLot parking, DeadLetters letters) {
        this.parking = parking;
        this.letters = letters;
    }

    Uni<Void> of(ReceivedEvent tombstone) {
        return parking.erase(tombstone.topic(), tombstone.key())
                .chain(() -> letters.erase(tombstone.topic(), tombstone.key()));
    }
}
