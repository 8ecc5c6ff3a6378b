package fr.microcredit.kit.sample;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** The entity of the sample service with which the kit is tested. */
@Entity
public class Note {
    @Id
    public UUID id;
    @Column(name = "office_id")
    public String officeId;
    public String text;
    @Version
    public long version;
}
