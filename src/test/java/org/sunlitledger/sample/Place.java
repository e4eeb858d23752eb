package org.sunlitledger.sample;

import java.util.ArrayList;
import java.util.List;

/** A village of the county; most of the names are made up. */
record Place(String township, String village) {
  private static final String[] TOWNSHIPS = {
    "兴仁镇", "香山乡", "常乐镇", "永康镇", "宣和镇", "迎水桥镇", "东园镇", "镇罗镇", "柔远镇", "滨河镇", "文昌镇"
  };
  private static final String[] NAMES = {
    "沙坡", "红柳", "新堡", "上滩", "康乐", "沙梁", "枣园", "青石", "白杨", "石桥", "永丰", "梨花"
  };

  static List<Place> all() {
    List<Place> places = new ArrayList<>();
    places.add(new Place("香山乡", "米粮川村"));
    places.add(new Place("香山乡", "红圈子村"));
    places.add(new Place("香山乡", "黄泉村"));
    places.add(new Place("兴仁镇", "川裕村"));
    for (int i = 0; i < 56; i++) {
      String name = NAMES[i % NAMES.length] + (i < NAMES.length ? "" : i / NAMES.length + "队");
      places.add(new Place(TOWNSHIPS[i * 7 % TOWNSHIPS.length], name + "村"));
    }
    return places;
  }
}
