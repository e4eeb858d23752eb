package org.sunlitledger.notice.channel;

import java.net.URI;
import java.util.function.UnaryOperator;

/** A program on the web that passes letters on. */
final class WebhookChannel implements Channel {
  private final WebhookFormat format;
  private final URI address;
  private final UnaryOperator<URI> signed;
  private final WebCall web;

  /**
   * @param signed adds to the address what the other side asks for with each request
   */
  WebhookChannel(WebhookFormat format, URI address, UnaryOperator<URI> signed, WebCall web) {
    this.format = format;
    this.address = address;
    this.signed = signed;
    this.web = web;
  }

  @Override
  public String name() {
    return format.channel();
  }

  @Override
  public String send(Letter letter) throws NotSent {
    return format.verified(web.post(signed.apply(address), format.body(letter)));
  }
}
