package org.sunlitledger.release.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Secret;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the manifests set is read by the program. */
class SettingsAreReadTest {

  @Test
  void everyKeyOfTheSecretAndOfTheSettingsIsRead() throws IOException {
    Map<String, String> environment = new TreeMap<>();
    environment.putAll(Manifest.of(V1Secret.class).get(0).getStringData());
    environment.putAll(Manifest.of(V1ConfigMap.class).get(0).getData());
    assertThat(environment).hasSize(7);
    assertThat(NamedSettings.read(environment))
        .containsExactlyInAnyOrderElementsOf(environment.keySet());
  }

  @Test
  void aMisspeltKeyIsFound() throws IOException {
    assertThat(
            NamedSettings.read(
                Map.of(
                    "SPRING_DATASOURCE_USER", "a",
                    "SPRING_DATASOURCE_USERNAME", "a",
                    "SUNLIT_INTAKE_KEY", "a",
                    "SUNLIT_NOTICE_WECOM_URL", "a",
                    "SUNLIT_LANG", "zh")))
        .containsExactly("SPRING_DATASOURCE_USERNAME", "SUNLIT_NOTICE_WECOM_URL");
  }

  @Test
  void everyPodGetsThemAll() throws IOException {
    String secret = Manifest.of(V1Secret.class).get(0).getMetadata().getName();
    String settings = Manifest.of(V1ConfigMap.class).get(0).getMetadata().getName();
    assertThat(Pod.all())
        .allSatisfy(
            pod -> {
              var sources = pod.container().getEnvFrom();
              assertThat(sources).hasSize(2);
              assertThat(sources.get(0).getConfigMapRef().getName()).isEqualTo(settings);
              assertThat(sources.get(1).getSecretRef().getName()).isEqualTo(secret);
            });
  }
}
