package org.sunlitledger.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bill of materials names what is in the release, and each part has a text of its licence. */
class BillOfMaterialsTest {
  private final Path work;
  private final Path file;

  BillOfMaterialsTest(@TempDir Path work) throws IOException {
    this.work = work;
    file = work.resolve("bom.json");
    Files.writeString(
        file,
        """
        {"components": [
          {"bom-ref": "a", "name": "kept", "version": "1", "licenses": [
            {"license": {"id": "MIT", "text": {"content": "TUlUIHRleHQ=", "encoding": "base64"}}}]},
          {"bom-ref": "b", "name": "left", "version": "2", "licenses": [{"expression": "A OR B"}]}],
         "dependencies": [
          {"ref": "a", "dependsOn": ["b", "c"]}, {"ref": "b", "dependsOn": []}]}
        """);
  }

  @Test
  void whatIsLeftOutIsNamedNowhere() throws IOException {
    BillOfMaterials bill = BillOfMaterials.read(file);
    bill.keep(name -> !name.equals("left"));
    bill.add(new Part("OpenJDK", "17.0.15", List.of("GPL-2.0-with-classpath-exception")));
    assertThat(bill.parts()).extracting(Part::name).containsExactly("kept", "OpenJDK");
    bill.write(file);
    assertThat(file).content().doesNotContain("\"b\"", "left").contains("\"c\"", "OpenJDK@17.0.15");
  }

  @Test
  void textsAreTakenOut() throws IOException {
    BillOfMaterials bill = BillOfMaterials.read(file);
    assertThat(bill.takeTexts()).containsExactly(Map.entry("MIT", "MIT text"));
    bill.write(file);
    assertThat(file).content().contains("MIT").doesNotContain("base64");
  }

  @Test
  void aPartWithoutATextOfItsLicenceFailsTheBuild() throws IOException {
    BillOfMaterials bill = BillOfMaterials.read(file);
    Map<String, String> texts = bill.takeTexts();
    Path folder = work.resolve("licences");
    assertThatThrownBy(() -> Licences.write(folder, bill.parts(), List.of(), texts))
        .hasMessageContaining("no text of a licence for left-2 ([A OR B])");
    bill.keep(name -> !name.equals("left"));
    Licences.write(folder, bill.parts(), List.of(), texts);
    assertThat(folder.resolve("PARTS.txt")).hasContent("kept 1: MIT\n");
    assertThat(folder.resolve("MIT.txt")).hasContent("MIT text");
  }
}
