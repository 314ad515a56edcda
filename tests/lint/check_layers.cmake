# Which folder may include which, one line each; everything else is an error.
include(${CMAKE_CURRENT_LIST_DIR}/forbid.cmake)

set(layers base domain storage paper devices exchange services cli ui)
set(allow_base     "base")
set(allow_domain   "base|domain")
set(allow_storage  "base|domain|storage")
set(allow_paper    "base|domain|paper")
set(allow_devices  "base|domain|devices")
set(allow_exchange "base|domain|exchange")
set(allow_services "base|domain|storage|paper|devices|exchange|services")
set(allow_cli      "base|domain|paper|exchange|services|cli")
set(allow_ui       "base|domain|paper|services|ui")

# A technology and the only layers that may name it in an angle include.
set(technologies qt sqlite json cli11 log drawing sheets ports)
set(headers_qt      "Q[A-Za-z]+|q[a-z]+\\.h")
set(headers_sqlite  "sqlite3(ext)?\\.h|SQLiteCpp/.*")
set(headers_json    "nlohmann/.*")
set(headers_cli11   "CLI/.*")
set(headers_log     "spdlog/.*")
set(headers_drawing "cairo.*|pango/.*|zint\\.h|ZXing/.*")
set(headers_sheets  "xlsxwriter.*|zip\\.h|pugixml\\.hpp")
set(headers_ports   "cups/.*|libserialport\\.h")
set(owners_qt      ui)
set(owners_sqlite  storage)
set(owners_json    services cli)
set(owners_cli11   cli)
set(owners_log     services cli ui)
set(owners_drawing paper)
set(owners_sheets  exchange)
set(owners_ports   devices)

set(include "^[[:space:]]*#[[:space:]]*include[[:space:]]*")
foreach(layer IN LISTS layers)
  set(folder ${ROOT}/src/${layer})
  if(layer STREQUAL "ui")
    set(folder ${ROOT}/ui)
  endif()
  file(GLOB_RECURSE files ${folder}/*.h ${folder}/*.cpp)
  if(NOT files)
    continue()
  endif()

  # Every quoted include names its layer; grep has no "unless", so the allowed lines are taken out of the hits.
  execute_process(COMMAND grep -HnE -e "${include}\"" -- ${files}
    COMMAND grep -vE -e "include[[:space:]]*\"(${allow_${layer}})/"
    OUTPUT_VARIABLE foreign)
  if(foreign)
    report("${layer} may include ${allow_${layer}} and nothing else of ours:\n${foreign}")
  endif()

  foreach(technology IN LISTS technologies)
    if(NOT layer IN_LIST owners_${technology})
      forbid("${technology} belongs to ${owners_${technology}}, not to ${layer}"
        "${include}<(${headers_${technology}})>" ${files})
    endif()
  endforeach()
endforeach()

# A new folder under src/ must be named above before anything may live in it.
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/src/*.h ${ROOT}/src/*.cpp)
foreach(file IN LISTS files)
  string(REGEX REPLACE "^src/(([^/]*)/)?.*" "\\2" folder ${file})
  if(NOT folder IN_LIST layers)
    report("${file}: src/${folder} is no layer")
  endif()
endforeach()

# SQL is said in storage only, whoever runs it.
file(GLOB_RECURSE outside ${ROOT}/src/*.h ${ROOT}/src/*.cpp ${ROOT}/ui/*.h ${ROOT}/ui/*.cpp)
list(FILTER outside EXCLUDE REGEX "/src/storage/")
forbid("SQL outside src/storage"
  "[\"(]( *)(SELECT |INSERT (OR [A-Z]+ )?INTO |UPDATE [a-z_]+ SET|DELETE FROM |CREATE (TABLE|INDEX|TRIGGER|VIEW) |ALTER TABLE |DROP (TABLE|INDEX|TRIGGER) |PRAGMA |BEGIN IMMEDIATE|VACUUM)"
  ${outside})
finish()
