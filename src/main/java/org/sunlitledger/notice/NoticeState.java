package org.sunlitledger.notice;

import java.util.Locale;

/** What a notice says of a problem. */
enum NoticeState {
  /** It is there. */
  NEW,
  /** It is still there. */
  AGAIN,
  /** It is not there any more. */
  SETTLED;

  /** As the database and the bundle for notices name it. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
