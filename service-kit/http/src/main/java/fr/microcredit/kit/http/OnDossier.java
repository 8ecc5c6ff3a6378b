package fr.microcredit.kit.http;

import java.util.UUID;

/** The body of a command on a dossier that its address does not name: the dossier is locked with the command's beginning. */
public interface OnDossier {
    UUID dossierId();
}
