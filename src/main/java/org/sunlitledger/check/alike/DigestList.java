package org.sunlitledger.check.alike;

import java.util.List;
import org.sunlitledger.register.Register;

/**
 * The digests of lines by some of their columns: the first half of a hash of 64 bits, or its rest.
 * Where first halves are equal by chance, the rests differ, and no line is read from a file.
 */
record DigestList(List<String> columns, boolean isRest) {

  /** The halves by which lines are looked for. */
  static DigestList of(List<String> columns) {
    return new DigestList(columns, false);
  }

  /** The other halves. */
  static DigestList rest(List<String> columns) {
    return new DigestList(columns, true);
  }

  /** By which it is kept. */
  String name() {
    return LineDigests.name(columns) + (isRest ? " (rest)" : "");
  }

  /** The digest of a line {@code r} as SQL. */
  String of(Register register) {
    return isRest ? DigestMaker.rest(register, columns) : DigestMaker.digest(register, columns);
  }
}
