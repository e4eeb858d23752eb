package org.sunlitledger.intake.workbook.xml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.workbook.number.CellText;
import org.sunlitledger.intake.workbook.sheet.SheetBook;
import org.sunlitledger.intake.workbook.sheet.SheetName;
import org.sunlitledger.intake.workbook.sheet.SheetRemark;
import org.sunlitledger.intake.workbook.sheet.SheetShape;

/** A workbook in Office Open XML: .xlsx, and .xlsm, of which only the cells are read. */
public final class XmlBook implements SheetBook {
  /** The ends of the content types of the parts that are needed. */
  private static final String WORKBOOK = "main+xml";

  private static final String STRINGS = "sharedStrings+xml";
  private static final String STYLES = "styles+xml";
  private static final List<String> TYPES = List.of(WORKBOOK, STRINGS, STYLES);

  private static final int MAX_SHEETS = 2_000;
  private static final int LONGEST_NAME_CHARACTERS = 1_000;

  private final XmlParts parts;
  private final SheetShapeScan shapes;
  private final Map<String, String> types = new HashMap<>();
  private final List<SheetName> sheets = new ArrayList<>();
  private final List<String> targets = new ArrayList<>();
  private boolean is1904;

  private XmlBook(XmlParts parts, SheetShapeScan shapes) {
    this.parts = parts;
    this.shapes = shapes;
  }

  public static XmlBook open(Path file) throws FileFault, IOException {
    SheetShapeScan shapes = WorkbookGuard.check(file);
    XmlBook book = new XmlBook(new XmlParts(file), shapes);
    try {
      book.readContents();
      return book;
    } catch (FileFault | RuntimeException problem) {
      book.close();
      throw problem;
    } catch (IOException problem) {
      book.close();
      throw XmlParts.fault(problem, 0);
    }
  }

  private void readContents() throws FileFault, IOException {
    parts.visit("[Content_Types].xml", this::type);
    String workbook = part(WORKBOOK).orElse("xl/workbook.xml");
    String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
    Map<String, String> byId = new HashMap<>();
    String relations = folder + "_rels/" + workbook.substring(folder.length()) + ".rels";
    parts.visit(relations, xml -> relation(xml, folder, byId));
    parts.visit(workbook, xml -> workbook(xml, byId));
    if (sheets.isEmpty()) {
      throw WorkbookFaults.broken("0", "sheet");
    }
    SheetBook.boundWork(sheets.size(), parts.bytes());
  }

  private void type(XMLStreamReader xml) {
    if (xml.getLocalName().equals("Override")) {
      String part = XmlParts.attribute(xml, "PartName").orElse("");
      XmlParts.attribute(xml, "ContentType")
          .ifPresent(
              type ->
                  TYPES.stream()
                      .filter(type::endsWith)
                      .forEach(known -> types.putIfAbsent(known, relative(part))));
    }
  }

  private Optional<String> part(String type) {
    return Optional.ofNullable(types.get(type));
  }

  private void relation(XMLStreamReader xml, String folder, Map<String, String> byId)
      throws FileFault {
    Optional<String> id = XmlParts.attribute(xml, "Id");
    Optional<String> target = XmlParts.attribute(xml, "Target");
    if (id.isPresent() && target.isPresent()) {
      boolean isWhole = target.get().startsWith("/");
      String part = isWhole ? relative(target.get()) : folder + target.get();
      byId.put(id.get(), part);
      if (byId.size() > 2 * MAX_SHEETS) {
        throw WorkbookFaults.hostile("Relationship > " + byId.size(), "≤ " + 2 * MAX_SHEETS);
      }
      String type = XmlParts.attribute(xml, "Type").orElse("");
      if (type.endsWith("/sharedStrings")) {
        types.putIfAbsent(STRINGS, part);
      } else if (type.endsWith("/styles")) {
        types.putIfAbsent(STYLES, part);
      }
    }
  }

  private static String relative(String part) {
    return part.startsWith("/") ? part.substring(1) : part;
  }

  private void workbook(XMLStreamReader xml, Map<String, String> byId) throws FileFault {
    if (xml.getLocalName().equals("workbookPr")) {
      is1904 = SheetShapeScan.isTrue(XmlParts.attribute(xml, "date1904"));
    } else if (xml.getLocalName().equals("sheet")) {
      String name = XmlParts.attribute(xml, "name").orElse("");
      boolean isHidden = !XmlParts.attribute(xml, "state").orElse("visible").equals("visible");
      String target = byId.get(XmlParts.attribute(xml, "id").orElse(""));
      if (target == null
          || sheets.size() == MAX_SHEETS
          || name.length() > LONGEST_NAME_CHARACTERS) {
        throw WorkbookFaults.broken("sheet " + (sheets.size() + 1), "sheet");
      }
      sheets.add(new SheetName(sheets.size(), name, isHidden));
      targets.add(target);
    }
  }

  @Override
  public List<SheetName> sheets() {
    return sheets;
  }

  @Override
  public SheetShape shape(int sheet) {
    return shapes.shapeOf(targets.get(sheet));
  }

  @Override
  public List<SheetRemark> remarks(int sheet) throws FileFault, IOException {
    List<SheetRemark> remarks = new ArrayList<>(shape(sheet).remarks());
    remarks.addAll(XmlRemarks.read(parts, targets.get(sheet)));
    return remarks;
  }

  @Override
  public Rows rows(int sheet) throws FileFault, IOException {
    if (sheet >= targets.size()) {
      throw WorkbookFaults.broken("sheet " + (sheet + 1), "sheet");
    }
    List<String> strings = new ArrayList<>();
    Optional<String> stringsPart = part(STRINGS);
    if (stringsPart.isPresent()) {
      parts.visit(
          stringsPart.get(),
          xml -> {
            if (xml.getLocalName().equals("si")) {
              strings.add(RichText.read(xml));
            }
          });
    }
    Optional<String> stylesPart = part(STYLES);
    XmlStyles styles = new XmlStyles();
    if (stylesPart.isPresent()) {
      parts.visit(stylesPart.get(), styles);
    }
    return new XmlRows(parts, targets.get(sheet), strings, styles, new CellText(is1904));
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
