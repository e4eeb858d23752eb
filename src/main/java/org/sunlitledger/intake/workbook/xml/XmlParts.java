package org.sunlitledger.intake.workbook.xml;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;

/** The parts of a workbook that has passed the guard, by their names without regard to case. */
final class XmlParts implements Closeable {
  private static final XMLInputFactory FACTORY = factory();

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

  XmlParts(Path file) throws IOException {
    zip = ZipFile.builder().setPath(file).get();
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      entries.put(entry.getName().toLowerCase(Locale.ROOT), entry);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** The inflated size of all parts. The guard has checked their sizes. */
  long bytes() {
    return entries.values().stream().mapToLong(ZipArchiveEntry::getSize).sum();
  }

  /** Receives each start of an element. */
  interface ElementVisitor {
    void element(XMLStreamReader xml) throws XMLStreamException, FileFault;
  }

  /** A part that is open for reading. The caller closes the stream below it. */
  record OpenedPart(XMLStreamReader xml, InputStream input) implements Closeable {
    @Override
    public void close() throws IOException {
      input.close();
    }
  }

  boolean has(String part) {
    return entries.containsKey(part.toLowerCase(Locale.ROOT));
  }

  OpenedPart open(String part) throws FileFault, IOException, XMLStreamException {
    ZipArchiveEntry entry = entries.get(part.toLowerCase(Locale.ROOT));
    if (entry == null) {
      throw WorkbookFaults.broken(WorkbookFaults.clip(part), "Office Open XML");
    }
    InputStream input = zip.getInputStream(entry);
    return new OpenedPart(FACTORY.createXMLStreamReader(input), input);
  }

  /** Visits the elements of a part. */
  void visit(String part, ElementVisitor visitor) throws FileFault, IOException {
    try (OpenedPart opened = open(part)) {
      XMLStreamReader xml = opened.xml();
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          visitor.element(xml);
        }
      }
    } catch (XMLStreamException | RuntimeException problem) {
      throw fault(problem, 0);
    }
  }

  /** An attribute, found without regard to its prefix. */
  static Optional<String> attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return Optional.of(xml.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /**
   * Converts a failure of the parser into a fault of the file, because the guard has already read
   * every byte.
   */
  static FileFault fault(Exception problem, int line) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage()).replaceAll("\\s+", " ");
    return WorkbookFaults.broken(WorkbookFaults.clip(message), "Office Open XML", line);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
