package org.sunlitledger.close.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.close.verify.Verification.Disagreement;
import org.sunlitledger.close.verify.Verification.SnapshotFault;
import org.sunlitledger.quantity.digest.Sha256;
import org.sunlitledger.storage.StorageFault;
import org.sunlitledger.storage.StorageFolder;
import org.sunlitledger.storage.StoredDeliveries;
import org.sunlitledger.storage.StoredFile;
import org.sunlitledger.storage.StoredYear;

/** Compares the files with the records of a close with what was recorded when they were written. */
@Component
final class VerifiedStorage {
  private final StoredDeliveries stored;
  private final StorageFolder folder;

  VerifiedStorage(StoredDeliveries stored, StorageFolder folder) {
    this.stored = stored;
    this.folder = folder;
  }

  List<Disagreement> of(SealedClose close) {
    List<StoredFile> files = stored.ofClose(close.id());
    List<Disagreement> found = new ArrayList<>();
    Optional<StoredYear> year = stored.year(close.id());
    String list = Sha256.sha256(StorageFolder.list(files));
    if (!files.isEmpty() && year.filter(recorded -> recorded.isOf(list)).isEmpty()) {
      found.add(
          new Disagreement(
              SnapshotFault.STORED_UNRECORDED, StorageFolder.folder(close.year(), close.number())));
    }
    for (StoredFile file : files) {
      fault(file).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Disagreement> fault(StoredFile file) {
    try {
      folder.require(file);
      return Optional.empty();
    } catch (StorageFault fault) {
      return Optional.of(
          new Disagreement(
              switch (fault.kind()) {
                case MISSING -> SnapshotFault.STORED_MISSING;
                case CHANGED -> SnapshotFault.STORED_CHANGED;
              },
              fault.file()));
    }
  }
}
