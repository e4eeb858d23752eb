package org.sunlitledger.notice.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads addresses on the web. They often contain a token, so nothing repeats them. */
public final class WebAddress {
  private WebAddress() {}

  /**
   * The address of a setting; empty if it is not set.
   *
   * @throws BadSetting if it is no address on the web
   */
  public static Optional<URI> of(String setting, @Nullable String written) {
    if (written == null || written.isBlank()) {
      return Optional.empty();
    }
    try {
      URI address = new URI(written.strip());
      boolean isWeb =
          "https".equalsIgnoreCase(address.getScheme())
              || "http".equalsIgnoreCase(address.getScheme());
      if (isWeb && address.getHost() != null) {
        return Optional.of(address);
      }
    } catch (URISyntaxException noAddress) {
      throw new BadSetting("setting.address", setting);
    }
    throw new BadSetting("setting.address", setting);
  }
}
