package org.sunlitledger.console.upload;

import java.util.Arrays;
import org.apache.coyote.http2.Http2Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets many large files share one connection. They also share what may be under way on it, so their
 * blocks are small. Tomcat takes many small blocks for an attack and closes the connection, unless
 * this threshold is off.
 */
@Component
final class UploadConnections
    implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
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
    protocol.setOverheadDataThreshold(0);
  }
}
