package org.sunlitledger.intake.workbook.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.workbook.sheet.SheetRemark;
import org.sunlitledger.intake.workbook.sheet.SheetRemark.RemarkPlace;

/**
 * The comments and text boxes of a sheet in XML, which have their own parts. Only those that may
 * name a unit are kept.
 */
final class XmlRemarks {
  private static final int MAX_REMARKS = 100_000;

  private final XmlParts parts;
  private final List<SheetRemark> remarks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private String reference = "";

  private XmlRemarks(XmlParts parts) {
    this.parts = parts;
  }

  /**
   * The remarks on a sheet.
   *
   * @param sheet name of its part
   */
  static List<SheetRemark> read(XmlParts parts, String sheet) throws FileFault, IOException {
    XmlRemarks reading = new XmlRemarks(parts);
    int folder = sheet.lastIndexOf('/') + 1;
    String relations = sheet.substring(0, folder) + "_rels/" + sheet.substring(folder) + ".rels";
    if (parts.has(relations)) {
      Map<String, RemarkPlace> targets = new LinkedHashMap<>();
      parts.visit(relations, xml -> relation(xml, sheet.substring(0, folder), targets));
      for (Map.Entry<String, RemarkPlace> target : targets.entrySet()) {
        if (parts.has(target.getKey())) {
          reading.read(target.getKey(), target.getValue());
        }
      }
    }
    return reading.remarks;
  }

  private static void relation(XMLStreamReader xml, String folder, Map<String, RemarkPlace> targets)
      throws FileFault {
    String type = XmlParts.attribute(xml, "Type").orElse("");
    Optional<String> target = XmlParts.attribute(xml, "Target");
    boolean isComment = type.endsWith("/comments") || type.endsWith("/threadedComment");
    if (target.isPresent() && (isComment || type.endsWith("/drawing"))) {
      targets.put(
          resolved(folder, target.get()), isComment ? RemarkPlace.COMMENT : RemarkPlace.TEXT_BOX);
      if (targets.size() > MAX_REMARKS) {
        throw WorkbookFaults.hostile("Relationship > " + MAX_REMARKS, "≤ " + MAX_REMARKS);
      }
    }
  }

  /** The name of a part given relative to the folder of a sheet: ../comments1.xml. */
  private static String resolved(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    String from = folder;
    String rest = target;
    while (rest.startsWith("../") && !from.isEmpty()) {
      rest = rest.substring(3);
      from = from.substring(0, from.lastIndexOf('/', from.length() - 2) + 1);
    }
    return from + rest;
  }

  private void read(String part, RemarkPlace place) throws FileFault, IOException {
    try (XmlParts.OpenedPart opened = parts.open(part)) {
      XMLStreamReader xml = opened.xml();
      boolean isText = false;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          begin(xml, place);
          isText = isText(xml.getLocalName());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          isText = false;
          end(xml.getLocalName(), place);
        } else if (isText
            && xml.isCharacters()
            && text.length() < SheetRemark.LONGEST_TEXT_CHARACTERS) {
          text.append(xml.getText());
        }
      }
    } catch (XMLStreamException | RuntimeException problem) {
      throw XmlParts.fault(problem, 0);
    }
  }

  /**
   * Whether an element has the text of a comment or a drawing. A comment in a thread has its own
   * element for text.
   */
  private static boolean isText(String element) {
    return element.equals("t") || element.equals("text");
  }

  private void begin(XMLStreamReader xml, RemarkPlace place) {
    String element = xml.getLocalName();
    boolean isOwn =
        place == RemarkPlace.COMMENT
            ? element.equals("comment") || element.equals("threadedComment")
            : element.equals("txBody");
    if (isOwn) {
      text.setLength(0);
      reference = XmlParts.attribute(xml, "ref").orElse("");
    }
  }

  private void end(String element, RemarkPlace place) throws FileFault {
    switch (element) {
      case "comment", "threadedComment", "txBody" -> {
        if (SheetRemark.mayMatter(text.toString())) {
          remarks.add(SheetRemark.on(place, reference, text.toString()));
        }
        text.setLength(0);
        if (remarks.size() > MAX_REMARKS) {
          throw WorkbookFaults.hostile("comment > " + MAX_REMARKS, "≤ " + MAX_REMARKS);
        }
      }
      case "p" -> text.append('\n');
      default -> {}
    }
  }
}
