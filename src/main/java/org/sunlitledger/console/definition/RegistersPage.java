package org.sunlitledger.console.definition;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dhatim.fastexcel.Workbook;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.list.Attachment;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;
import org.sunlitledger.view.PrintedSheet;

/** The registers, their columns, and an empty workbook of each to fill. */
@Controller
final class RegistersPage {
  private static final int WIDTH = 14;

  private final Registers registers;
  private final DefinitionDigest digest;

  RegistersPage(Registers registers, DefinitionDigest digest) {
    this.registers = registers;
    this.digest = digest;
  }

  @GetMapping("/registers")
  String list(Model model) {
    model.addAttribute("registers", registers.all());
    model.addAttribute("digest", digest.atStart());
    return "definition/registers";
  }

  @GetMapping("/registers/{name}")
  String one(@PathVariable String name, Model model) {
    model.addAttribute("register", register(name));
    return "definition/register";
  }

  /** Its header is all that a file needs to be recognised. */
  @GetMapping("/registers/{name}/empty.xlsx")
  void empty(
      @PathVariable String name, @ModelAttribute("frame") Frame frame, HttpServletResponse response)
      throws IOException {
    Register register = register(name);
    Attachment.of(
        response, frame.text("register.file", register.title(), frame.year()), Attachment.XLSX);
    try (Workbook workbook = new Workbook(response.getOutputStream(), "Sunlit Ledger", "1.0")) {
      PrintedSheet sheet = PrintedSheet.of(workbook.newWorksheet(register.title()));
      int column = 0;
      for (Field field : register.fields()) {
        sheet.title(0, column++, field.title(), WIDTH);
      }
      sheet.finish(0);
    }
  }

  private Register register(String name) {
    return registers
        .find(name)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
