package org.sunlitledger.notice.channel;

/** Where letters go. */
interface Channel {
  /** Its name in settings, in the database and in messages. */
  String name();

  /**
   * Sends a letter.
   *
   * @return what the other side answered, in one line
   * @throws NotSent if the other side did not accept it
   */
  String send(Letter letter) throws NotSent;
}
