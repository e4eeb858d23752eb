package org.sunlitledger.console.upload;

import java.util.Arrays;
import org.apache.coyote.http2.Http2Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets many large files share one connection. Their blocks are small then, which Tomcat takes for
 * an attack unless it is told otherwise, and closes the connection in the middle.
 */
@Component
final class UploadConnections
    implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
  /** What a browser may send of a file before it waits for the server. */
  private static final int WINDOW_BYTES = 256 * 1024;

  @Override
  public void customize(ConfigurableTomcatWebServerFactory server) {
    server.addConnectorCustomizers(
        connector ->
            Arrays.stream(connector.findUpgradeProtocols())
                .filter(Http2Protocol.class::isInstance)
                .map(Http2Protocol.class::cast)
                .forEach(UploadConnections::customize));
  }

  private static void customize(Http2Protocol protocol) {
    protocol.setInitialWindowSize(WINDOW_BYTES);
    protocol.setOverheadDataThreshold(0);
    protocol.setOverheadWindowUpdateThreshold(0);
  }
}
