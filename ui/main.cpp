#include "ui/app/start.h"

int main(int argc, char** argv)
{
    return till::startTillroll(argc, argv);
}
