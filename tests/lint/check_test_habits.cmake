# Tests wait for something, never for a while; and a folder without tests is a hole, not a pass.
include(${CMAKE_CURRENT_LIST_DIR}/forbid.cmake)

file(GLOB_RECURSE files ${ROOT}/tests/*.h ${ROOT}/tests/*.cpp)
forbid("a test that sleeps; wait for the event or advance the clock"
  "sleep_for|sleep_until|\\b(u|nano|m)?sleep *\\(|qSleep|qWait *\\(" ${files})
forbid("a test that is switched off" "\\[(\\.[a-z]*|!mayfail|!shouldfail|!hide)\\]|#if 0" ${files})

foreach(folder unit storage services crash e2e ui)
  file(GLOB tests ${ROOT}/tests/${folder}/*_test.cpp)
  if(NOT tests)
    report("tests/${folder} has no *_test.cpp")
  endif()
  # One program per folder globs *.cpp; a name that does not end in _test hides what it holds.
  file(GLOB sources RELATIVE ${ROOT} ${ROOT}/tests/${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  foreach(source IN LISTS sources)
    forbid("a test in a file that is not called *_test.cpp" "^(TEST_CASE|SCENARIO|TEMPLATE_TEST_CASE)" ${ROOT}/${source})
  endforeach()
endforeach()
finish()
